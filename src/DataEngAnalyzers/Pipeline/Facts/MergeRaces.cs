using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds T-SQL merges that two runs can take at once: both find a key missing, and both insert it.</summary>
internal static class MergeRaces
{
    private static readonly string[] RangeLocks = ["HOLDLOCK", "SERIALIZABLE", "TABLOCK", "TABLOCKX", "XLOCK"];

    public static IEnumerable<DataOperation> MergesWithoutRangeLock(this Stage stage) => stage.Writes.Where(merge =>
        merge is { Statement: { Kind: SqlStatementKind.Merge, Target: not null } statement, Dialect: SqlDialect.TSql, Dataset: { HasHole: false } target, Text: { } text }
        && !stage.IsTransient(target)
        && Inserts(statement, text)
        && !LocksRange(merge)
        && !stage.IsSerializable(merge)
        && !stage.HoldsLock());

    // WHEN NOT MATCHED … INSERT: an update alone locks the rows it finds.
    private static bool Inserts(SqlStatement merge, HostText text) => !merge.Columns.IsEmpty || Contains(text, merge.Span, "INSERT");

    /// <summary>True when a statement locks the range of keys it looks at.</summary>
    public static bool LocksRange(DataOperation operation) => operation.Statement is { } statement && statement.Hints.Intersect(RangeLocks).Any();

    /// <summary>True when the transaction of an operation keeps others from adding what it looked for, or is the caller's and may do so.</summary>
    public static bool IsSerializable(this Stage stage, DataOperation merge) => merge.Transaction switch
    {
        { IsAmbient: true } or { Begin: null } => true,
        { Begin: { } begin } when begin.Call.Operation.Descendants().OfType<IFieldReferenceOperation>().Any(level => level.Field.Name == "Serializable") => true,
        _ => stage.Before(merge).Any(earlier => earlier is { Statement: { Kind: SqlStatementKind.Set, Span: var span }, Text: { } set } && Contains(set, span, "SERIALIZABLE")),
    };

    private static bool Contains(HostText text, SqlSpan span, string word) =>
        text.Text.Text.IndexOf(word, span.Start, span.Length, StringComparison.OrdinalIgnoreCase) >= 0;
}
