using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A key that is new on each run, although the rows it names are the same.</summary>
/// <param name="Write">What lands the rows.</param>
/// <param name="Key">The member, column or name that is to recognise them.</param>
/// <param name="Source">What makes it up.</param>
/// <param name="IsReload">The target is emptied before: no row is there twice, but each has another key than before.</param>
internal sealed record MadeUpKey(DataOperation Write, string Key, Location Source, bool IsReload);

/// <summary>Finds the keys that chance or the clock decides. A plain INSERT recognises nothing by any key; other rules speak of it.</summary>
internal static class MadeUpKeys
{
    private static readonly HashSet<string> RunWords = new(StringComparer.Ordinal)
    {
        "batch", "run", "correlation", "execution", "job", "trace", "session", "load", "import", "snapshot", "version", "operation", "request", "attempt",
    };

    public static IEnumerable<MadeUpKey> KeysMadeUp(this Stage stage)
    {
        foreach (var write in stage.Writes)
        {
            if (!stage.Moves(write) || write.Dataset is { } target && (stage.IsTransient(target) || target.IsHistory()))
                continue;
            if (KeyOf(stage, write) is { } made && !NameWords.Any(made.Key, RunWords))
                yield return made;
        }
    }

    /// <summary>True when the member by which the target knows a row is made up.</summary>
    public static bool MakesUpId(this Stage stage, DataOperation write) => write.Api["key"] is { } key && OfMember(stage, write, key) is not null;

    private static MadeUpKey? KeyOf(Stage stage, DataOperation write) => write switch
    {
        { Sink: Sink.Entity, Mode: WriteMode.Append } => OfEntity(stage, write),
        { Statement: { Kind: SqlStatementKind.Insert } insert, Dataset: { } target, Mode: WriteMode.Upsert or WriteMode.AppendIfAbsent } => OfUpsert(stage, write, insert, target),
        { Statement: { Kind: SqlStatementKind.Insert } insert, Dataset: { } target, Mode: WriteMode.Append } when IsManyOf(write) && stage.ClearedBefore(write) is not null => OfReload(stage, write, insert, target),
        { Sink: Sink.Message } or { Sink: Sink.Document, Mode: WriteMode.Upsert } when write.Api["key"] is { } key && IsManyOf(write) => OfMember(stage, write, key),
        { Sink: Sink.Blob, Dataset: { } target } => OfName(stage, write, target),
        _ => null,
    };

    private static bool IsManyOf(DataOperation write) => write.IsMany || write.Around.Loop is { IsPerRow: true } or { Over: LoopOver.Batches };

    private static MadeUpKey? OfEntity(Stage stage, DataOperation write)
    {
        var context = stage.Context;
        var isReload = stage.ClearedBefore(write) is not null;
        if (!IsManyOf(write) || (!isReload && stage.IsSafeToRepeat(write)) || stage.MakesNewKeys(write) || stage.ExternalSourceOf(write) is null)
            return null;
        if (context.Datasets.EntityOf(write.Call) is not INamedTypeSymbol entity || context.Catalog.HasAlternateKey(entity))
            return null;
        return context.Entities.KeyOf(entity) is [var key] && SourceOf(key, write, stage) is { } source ? new MadeUpKey(write, key.Name, source, isReload) : null;
    }

    // Every key by which the statement could find the row again is made up.
    private static MadeUpKey? OfUpsert(Stage stage, DataOperation write, SqlStatement insert, Dataset target)
    {
        if (insert.IsGuardedByExistence || insert.Conflict is { Constraint: not null })
            return null;

        var keys = insert.Conflict is { KeyColumns: { IsEmpty: false } named }
            ? [named.Select(column => column.Last).ToImmutableArray()]
            : stage.Context.Catalog.KeysOf(target).Select(key => key.Columns).ToList();
        return OfKeys(stage, write, insert, keys, isReload: false);
    }

    private static MadeUpKey? OfReload(Stage stage, DataOperation write, SqlStatement insert, Dataset target) =>
        OfKeys(stage, write, insert, stage.Context.Catalog.KeysOf(target).Select(key => key.Columns).Where(columns => columns.Length == 1).ToList(), isReload: true);

    private static MadeUpKey? OfKeys(Stage stage, DataOperation write, SqlStatement insert, IReadOnlyList<ImmutableArray<string>> keys, bool isReload)
    {
        MadeUpKey? first = null;
        foreach (var key in keys)
        {
            var made = key.Select(column => SourceOf(column, insert, write, stage) is { } source ? new MadeUpKey(write, column, source, isReload) : null).FirstOrDefault(found => found is not null);
            if (made is null || key.Any(column => NameWords.Any(column, RunWords)))
                return null;
            first ??= made;
        }

        return first;
    }

    private static MadeUpKey? OfMember(Stage stage, DataOperation write, string key)
    {
        var context = stage.Context;
        if (write.Call["rows"] is { } rows && MemberValues.MadeWith(context.Values.Resolve(rows), key) is { } given)
            return SourceOf(given, stage) is { } source ? new MadeUpKey(write, key, source, IsReload: false) : null;
        return RowMembers.Find(RowMembers.RowTypeOf(write.Call, context), key) is { } member && SourceOf(member, write, stage) is { } made ? new MadeUpKey(write, member.Name, made, IsReload: false) : null;
    }

    // A name that nobody asks for again in the stage: no temporary object.
    private static MadeUpKey? OfName(Stage stage, DataOperation write, Dataset target) =>
        target.Holes.Select(stage.Context.Chance.Behind).FirstOrDefault(found => found is not null) is { } source && !stage.After(write).Any(later => target.Matches(later.Dataset))
            ? new MadeUpKey(write, target.LastPart, source, IsReload: false)
            : null;

    private static Location? SourceOf(IPropertySymbol member, DataOperation write, Stage stage)
    {
        Location? first = null;
        foreach (var value in member.Given(write, stage.Context))
        {
            if (SourceOf(value, stage) is not { } source)
                return null;
            first ??= source;
        }

        return first;
    }

    private static Location? SourceOf(string column, SqlStatement insert, DataOperation write, Stage stage)
    {
        if (insert.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Column, column, StringComparison.OrdinalIgnoreCase)) is { Name: var name })
        {
            return SqlParameters.ValueOf(write, name, stage.Context.Values) is { } bound ? SourceOf(bound, stage)
                : RowMembers.Find(RowMembers.RowTypeOf(write.Call, stage.Context), name) is { } member ? SourceOf(member, write, stage)
                : null;
        }

        var at = insert.Columns.Select(candidate => candidate.Last).ToList().FindIndex(candidate => string.Equals(candidate, column, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && insert.Values is { FirstRow: var row } && at < row.Length && write.Text is { } text ? InText(row[at], text, write, stage) : null;
    }

    // VALUES (gen_random_uuid(), …), VALUES ('{Guid.NewGuid()}', …)
    private static Location? InText(SqlSpan value, HostText text, DataOperation write, Stage stage) =>
        SqlRandoms.IsRandom(text.Text, value, write.Dialect)
            ? write.Clause(value)
            : text.HolesIn(value).Select(hole => SourceOf(hole, stage)).FirstOrDefault(found => found is not null);

    private static Location? SourceOf(Value value, Stage stage) => stage.Context.Chance.Behind(value) ?? stage.Context.Clocks.Behind(value);
}
