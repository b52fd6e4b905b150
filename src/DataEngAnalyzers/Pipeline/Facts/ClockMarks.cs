using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A watermark that is set to the time at which a run happens to be, after it has read.</summary>
/// <param name="Where">The call or assignment that sets it.</param>
/// <param name="Member">The method that holds it.</param>
/// <param name="Name">The table, file or member that keeps the watermark.</param>
/// <param name="Dataset">The table or file; <see langword="null"/> for a member or a store out of sight.</param>
/// <param name="Clock">The reading of the clock.</param>
/// <param name="Read">What was read before.</param>
internal sealed record ClockMark(Location Where, IMethodSymbol Member, string Name, Dataset? Dataset, Location Clock, DataOperation Read);

/// <summary>
/// Finds watermarks that the clock sets after the read: rows that change between the two lie behind the mark, and nobody has read them.
/// A clock taken before the read bounds it and is left alone.
/// </summary>
internal static class ClockMarks
{
    private static readonly HashSet<string> AuditWords = new(StringComparer.Ordinal) { "updated", "modified", "created", "changed", "inserted", "saved", "written" };

    private static readonly HashSet<string> StoreVerbs = new(StringComparer.Ordinal) { "save", "set", "store", "update", "write", "advance", "persist", "put" };

    public static IEnumerable<ClockMark> MarksOfTheClock(this Stage stage)
    {
        foreach (var operation in stage.Operations)
        {
            if (operation.Action is not (DataAction.Write or DataAction.Update) || !operation.IsProgress() || operation.Dataset is not { } kept || !stage.Moves(operation) || operation.Around.InHandler)
                continue;
            if (ClockIn(stage, operation, kept) is { } clock && ReadBefore(stage, operation.Index, clock, kept) is { } read && (Progress.IsMark(kept.LastPart) || stage.ReadsFromWatermark().Any()))
                yield return new ClockMark(operation.Location, operation.Member, kept.Name, kept, clock, read);
        }

        if (!stage.Scope.IsPipeline || stage.Reads.FirstOrDefault() is not { } first)
            yield break;
        foreach (var frame in stage.Operations.Select(operation => operation.Call.Frame).Distinct())
        {
            foreach (var (use, name, value) in frame.Body.Descendants().Select(part => MarkSetBy(part, stage, frame)).OfType<(IOperation, string, IOperation)>())
            {
                if (stage.Context.Clocks.Behind(new Value(value, frame)) is { } clock && ReadBefore(stage, int.MaxValue, clock, null) is { } read && stage.ReadsFromWatermark().Any())
                    yield return new ClockMark(Call.PlaceOf(use.Syntax), frame.Method, name, null, clock, read);
            }
        }
    }

    // state.LastSync = …, store.SaveWatermark(…) out of sight
    private static (IOperation Use, string Name, IOperation Value)? MarkSetBy(IOperation part, Stage stage, Frame frame) => part switch
    {
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var name }, Value: var value } when Progress.SaysHowFar(name) =>
            (part, name, value),
        IInvocationOperation { TargetMethod: var method, Arguments: { Length: > 0 } arguments } when Stores(method) && stage.Context.Callees.Of(part, frame).IsEmpty && arguments.FirstOrDefault(argument => RunWindows.IsPointInTime(argument.Value.Type)) is { } moment =>
            (part, method.Name, moment.Value),
        _ => null,
    };

    private static bool Stores(IMethodSymbol method) =>
        NameWords.Of(method.Name).FirstOrDefault() is { } verb && StoreVerbs.Contains(verb) && (NameWords.Of(method.Name).Skip(1).ToList() is var rest && Progress.SaysHowFar(string.Join("_", rest)) || Progress.IsMark(method.ContainingType.Name));

    private static Location? ClockIn(Stage stage, DataOperation operation, Dataset kept)
    {
        if (operation.Statement is not { } statement)
            return operation.Call["rows"] is { } rows ? stage.Context.Clocks.Behind(rows) : null;

        foreach (var (column, span) in ValuesOf(statement))
        {
            if (!(Progress.SaysHowFar(column) || Progress.IsMark(kept.LastPart) && !NameWords.Any(column, AuditWords)))
                continue;
            if (statement.Clocks.Any(clock => span.Contains(clock.Span)))
                return operation.Clause(span);
            var given = statement.Parameters.Where(parameter => span.Contains(parameter.Span)).Select(parameter => SqlParameters.ValueOf(operation, parameter.Name, stage.Context.Values)).OfType<Value>();
            var inText = operation.Text is { } text ? text.HolesIn(span).AsEnumerable() : [];
            if (given.Concat(inText).Select(stage.Context.Clocks.Behind).FirstOrDefault(clock => clock is not null) is { } found)
                return found;
        }

        return null;
    }

    private static IEnumerable<(string Column, SqlSpan Value)> ValuesOf(SqlStatement statement) =>
        statement.Assignments.Select(assignment => (assignment.Column.Last, assignment.Value))
            .Concat(statement.Values is { } values ? statement.Columns.Zip(values.FirstRow, (column, value) => (column.Last, value)) : []);

    // In one method the order of the code says which comes first; a clock elsewhere is read when the mark is set.
    private static DataOperation? ReadBefore(Stage stage, int index, Location clock, Dataset? kept) => stage.Reads.FirstOrDefault(read =>
        read.Index < index
        && !(kept is not null && kept.Matches(read.Dataset))
        && !(read.Dataset is { } dataset && Progress.IsMark(dataset.LastPart))
        && (read.Call.Frame.Body.Syntax is var body && (body.SyntaxTree != clock.SourceTree || !body.Span.Contains(clock.SourceSpan)) || clock.SourceSpan.Start > read.Location.SourceSpan.Start));
}
