using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether a change of every row is what the author wanted.</summary>
internal static class Intent
{
    private static readonly HashSet<string> SweepingWords = new(StringComparer.Ordinal)
    {
        "all", "clear", "reset", "truncate", "purge", "wipe", "empty", "clean", "cleanup", "flush", "drop", "recreate", "rebuild", "reinitialize", "everything", "table",
    };

    private static readonly HashSet<string> SingleRowWords = new(StringComparer.Ordinal)
    {
        "setting", "config", "configuration", "state", "status", "version", "metadata", "counter", "sequence", "watermark", "checkpoint", "lock", "option", "parameter", "cache", "session",
    };

    /// <summary>
    /// True when the author says so by the name of a method on the way or by a mode of its own, when the table has one row or is staging, when the stage makes the table,
    /// or goes on to fill it or to set some of its rows again; and when the code does not tell.
    /// </summary>
    public static bool IsMeant(this Stage stage, DataOperation change) =>
        change.Dataset is not { Kind: DatasetKind.Table, HasHole: false } target
        || change.Statement is { Kind: SqlStatementKind.Truncate }
        || stage.Scope.Host is HostKind.Seed or HostKind.Migration
        || stage.IsTransient(target)
        || NameWords.Any(target.LastPart, SingleRowWords)
        || change.Around.Branch is { IsMode: true }
        || change.Call.Doer.Methods.Any(SaysSo)
        || stage.MayBeRefilled(change)
        || stage.Before(change).Any(earlier => stage.Clears(earlier, change) || earlier.Action == DataAction.ChangeSchema && target.Matches(earlier.Dataset))
        || stage.After(change).Any(later => later.Action is DataAction.Write or DataAction.Update or DataAction.Delete && target.Matches(later.Dataset));

    private static bool SaysSo(IMethodSymbol method) => NameWords.Any(method.Name, SweepingWords);
}
