using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Finds windows that the clock opens for a stored procedure: its parameter that says from when on. A procedure that notes when a run
/// began gets the clock as it is; a window begins on a day, or some time ago.
/// </summary>
internal static class ProcedureWindows
{
    private static readonly HashSet<string> LowerWords = new(StringComparer.Ordinal) { "start", "from", "since", "begin", "after", "earliest" };

    private static readonly HashSet<string> DiaryWords = new(StringComparer.Ordinal) { "log", "audit", "history", "trace", "heartbeat", "run", "status" };

    public static IEnumerable<ClockWindow> WindowsOfProcedures(this Stage stage)
    {
        var values = stage.Context.Values;
        foreach (var operation in stage.Operations)
        {
            if (operation is not { Statement: { Kind: SqlStatementKind.Call } call, Text: { } text, Around.InHandler: false } || (call.Target?.Text ?? text.Display) is var procedure && NameWords.Any(procedure, DiaryWords))
                continue;

            foreach (var (name, given) in SqlParameters.In(operation, values))
            {
                if (NameWords.Any(name, LowerWords) && stage.Context.Clocks.Behind(given) is { } clock && IsMoved(given, values) && IsInPipeline(stage, operation))
                    yield return new ClockWindow(operation, null, clock) { Chooser = procedure };
            }
        }
    }

    private static bool IsMoved(Value given, Values values) =>
        DayValues.IsDay(given, values) || values.Parts(given).Any(part => part.Operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } => true,
            IInvocationOperation { TargetMethod: { Name: var name, ContainingType: var owner } } => name.StartsWith("Add", StringComparison.Ordinal) && RunWindows.IsPointInTime(owner),
            _ => false,
        });

    // What a procedure does with rows is out of sight: the run around it has to move some.
    private static bool IsInPipeline(Stage stage, DataOperation operation) =>
        stage.Moves(operation) || !stage.IsOrdinary(operation) && stage.Context.Scopes.Judge(stage.Run.Root, stage.Run.Operations).IsPipeline;
}
