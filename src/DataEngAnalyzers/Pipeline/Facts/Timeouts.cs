using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How a time limit is written.</summary>
internal enum TimeUnit
{
    Seconds,
    Milliseconds,
    TimeSpan,
}

/// <summary>An operation that the code allows to wait for ever.</summary>
/// <param name="Operation">The setting, or the call that takes the limit.</param>
/// <param name="Limit">The expression, or the part of a connection string, that says there is no limit.</param>
/// <param name="Unit">What a limit in its place is counted in.</param>
/// <param name="Dataset">What is read or written under it.</param>
internal sealed record UnlimitedWait(DataOperation Operation, Location Limit, TimeUnit Unit, Dataset? Dataset);

/// <summary>Finds the limits that a stage takes away. Only constants count: what comes from configuration is unknown.</summary>
internal static class Timeouts
{
    // SqlClient, Npgsql, MySqlConnector and Microsoft.Data.Sqlite: 0 means that a command, or a connection attempt, never gives up.
    private static readonly string[] Keywords =
        ["command timeout", "commandtimeout", "default command timeout", "defaultcommandtimeout", "default timeout", "connect timeout", "connection timeout"];

    public static IEnumerable<UnlimitedWait> UnlimitedWaits(this Stage stage)
    {
        foreach (var operation in stage.Operations)
        {
            if (UnlimitedIn(operation, stage.Context) is not var (limit, unit) || IsMaintenance(operation))
                continue;

            var users = stage.Operations.Where(user => user.Action != DataAction.Configure && Uses(user, operation, stage.Context.Values)).ToList();
            if (users.Count == 0 || !users.All(IsMaintenance))
                yield return new UnlimitedWait(operation, limit, unit, operation.Dataset ?? users.Select(user => user.Dataset).FirstOrDefault(dataset => dataset is not null));
        }
    }

    private static (Location Limit, TimeUnit Unit)? UnlimitedIn(DataOperation operation, PipelineContext context)
    {
        var call = operation.Call;
        switch (call.Api.Role)
        {
            case ApiRole.Timeout when (call["param"] ?? call.Assigned) is { } limit:
                return IsUnlimited(context.Values.Resolve(limit).Operation, call.Api) && !IsAsked(limit, operation) ? (limit.Operation.Syntax.GetLocation(), UnitOf(call.Api)) : null;
            case ApiRole.Sql or ApiRole.Command when call["timeout"] is { } limit:
                return IsZero(context.Values.Resolve(limit).Operation) && !IsAsked(limit, operation) ? (limit.Operation.Syntax.GetLocation(), TimeUnit.Seconds) : null;
            case ApiRole.Connection when call["text"] is { } text:
                return UnlimitedIn(HostText.Read(text, context));
            case ApiRole.ConnectionString when call.Assigned is { } text:
                return UnlimitedIn(HostText.Read(text, context));
            default:
                return null;
        }
    }

    // if (seconds != 0) command.CommandTimeout = seconds: what the condition lets through is not known to be zero.
    private static bool IsAsked(Value limit, DataOperation operation)
    {
        if (VariableOf(limit.Unconverted.Operation) is not { } variable)
            return false;
        for (var check = operation.Around.Check; check is not null; check = check.Outer)
        {
            if (check.Condition.Frame == limit.Frame && check.Condition.Operation.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(VariableOf(part), variable)))
                return true;
        }

        return false;
    }

    private static ISymbol? VariableOf(IOperation part) => part switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        _ => null,
    };

    private static (Location Limit, TimeUnit Unit)? UnlimitedIn(HostText connectionString)
    {
        foreach (var setting in ConnectionSetting.In(connectionString.Text.Text))
        {
            if (setting.Value == "0" && Keywords.Contains(setting.Keyword, StringComparer.OrdinalIgnoreCase))
                return connectionString.Locate(new SqlSpan(setting.Start, 1)) is { } place ? (place, TimeUnit.Seconds) : null;
        }

        return null;
    }

    private static bool IsUnlimited(IOperation limit, ApiModel api) => api["unlimited"] switch
    {
        "0" => IsZero(limit),
        "-1" => limit.ConstantValue is { HasValue: true, Value: -1 },
        "infinite" => IsInfinite(limit),
        _ => false,
    };

    private static bool IsZero(IOperation limit) =>
        limit.ConstantValue is { HasValue: true, Value: 0 }
        || limit is IFieldReferenceOperation { Field: { Name: nameof(TimeSpan.Zero), Type.Name: nameof(TimeSpan) } };

    private static bool IsInfinite(IOperation limit) =>
        limit is IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan", Type.Name: nameof(TimeSpan) } }
        || limit is IInvocationOperation { TargetMethod: { Name: nameof(TimeSpan.FromMilliseconds), ContainingType.Name: nameof(TimeSpan) }, Arguments: [var milliseconds, ..] }
            && milliseconds.Value is { ConstantValue: { HasValue: true, Value: -1 or -1L or -1.0 } };

    private static TimeUnit UnitOf(ApiModel api) => api["unit"] switch
    {
        "ms" => TimeUnit.Milliseconds,
        "timespan" => TimeUnit.TimeSpan,
        _ => TimeUnit.Seconds,
    };

    // Building an index or migrating a schema takes as long as it takes.
    private static bool IsMaintenance(DataOperation operation) =>
        operation.Action == DataAction.ChangeSchema || operation is { Action: DataAction.Other, Statement.Kind: SqlStatementKind.Other or SqlStatementKind.CreateView or SqlStatementKind.CreateRoutine };

    private static bool Uses(DataOperation user, DataOperation setting, Values values) =>
        (setting.Handle ?? setting.Call.Initialized) is { } handle
        && user.Call.Receiver is { } receiver
        && SymbolEqualityComparer.Default.Equals(values.HolderOf(receiver), handle);
}
