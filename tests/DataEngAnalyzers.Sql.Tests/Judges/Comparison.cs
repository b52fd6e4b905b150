using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Sql.Tests.Judges;

/// <summary>What reader and judge are compared on.</summary>
internal enum Aspect
{
    /// <summary>How many statements there are.</summary>
    Statements,
    Kind,
    WriteMode,
    TablesWritten,
    TablesRead,
    ColumnList,
    AssignedColumns,
    Where,
    OrderBy,
    Limit,
    Parameters,
    Comparisons,
    DeclaredColumns,
    PrimaryKey,
}

/// <summary>One question and both answers.</summary>
internal sealed record Answer(Aspect Aspect, bool Agrees, string Reader, string Judge)
{
    public override string ToString() => $"{Aspect}: reader says «{Reader}», judge says «{Judge}»";
}

/// <summary>Compares what the reader says of a script with what a judge says.</summary>
internal static class Comparison
{
    public static IEnumerable<Answer> Compare(IReadOnlyList<SqlStatement> read, Verdict verdict)
    {
        var judged = verdict.Statements;
        yield return new Answer(Aspect.Statements, read.Count == judged.Count, $"{read.Count}", $"{judged.Count}{Parting(read, judged)}");
        if (read.Count != judged.Count)
            yield break;

        for (var i = 0; i < read.Count; i++)
        {
            foreach (var answer in Compare(read[i], judged[i]))
                yield return answer;
        }
    }

    private static string Parting(IReadOnlyList<SqlStatement> read, IReadOnlyList<StatementVerdict> judged)
    {
        var first = Enumerable.Range(0, judged.Count).FirstOrDefault(i => judged[i].Start is { } start && start != read.ElementAtOrDefault(i)?.Span.Start, -1);
        return first < 0 ? "" : $", one of them at {judged[first].Start} where the reader has {read.ElementAtOrDefault(first)?.Span.Start}";
    }

    private static IEnumerable<Answer> Compare(SqlStatement read, StatementVerdict judged)
    {
        if (judged.Kind is { } kind)
            yield return new Answer(Aspect.Kind, read.Kind == kind, $"{read.Kind}", $"{kind}");
        if (judged.Mode is { } mode)
            yield return new Answer(Aspect.WriteMode, read.WriteMode == mode, $"{read.WriteMode}", $"{mode}");
        if (judged.Written is { } written)
            yield return Tables(Aspect.TablesWritten, Written(read), written);
        if (judged.Read is { } sources)
            yield return Tables(Aspect.TablesRead, read.Sources, sources);
        if (judged.Columns is { } columns)
            yield return Names(Aspect.ColumnList, read.Columns.Select(c => c.Last), columns);
        if (judged.Assigned is { } assigned)
            yield return Names(Aspect.AssignedColumns, Sorted(read.Assignments.Select(a => a.Column.Last)), Sorted(assigned));
        if (judged.Parameters is { } parameters)
            yield return Names(Aspect.Parameters, Sorted(read.Parameters.Select(p => p.Name)), Sorted(parameters));
        if (judged.Comparisons is { } comparisons)
            yield return Comparisons(read, comparisons);
        if (judged.Declared is { } declared)
            yield return Names(Aspect.DeclaredColumns, read.Definition?.Columns.Select(c => c.Name.Last) ?? [], declared);
        if (judged.PrimaryKey is { } key)
            yield return Names(Aspect.PrimaryKey, read.Definition?.PrimaryKey.Select(c => c.Last) ?? [], key);
        foreach (var (aspect, reader, judge) in new[] { (Aspect.Where, read.HasWhere, judged.HasWhere), (Aspect.OrderBy, read.HasOrderBy, judged.HasOrderBy), (Aspect.Limit, read.HasLimit, judged.HasLimit) })
        {
            if (judge is not null)
                yield return new Answer(aspect, reader == judge, $"{reader}", $"{judge}");
        }
    }

    private static Answer Comparisons(SqlStatement read, IReadOnlyCollection<string> judge)
    {
        var reader = read.Predicates.Select(p => $"{p.Column.Last} {p.Operator} {p.ParameterName}").ToList();
        var agrees = judge.All(j => reader.Contains(j, StringComparer.OrdinalIgnoreCase));
        return new Answer(Aspect.Comparisons, agrees, string.Join(", ", reader), string.Join(", ", judge));
    }

    private static IEnumerable<SqlName> Written(SqlStatement read)
    {
        if (read.Target is { } target)
            yield return target;
        foreach (var change in read.Changes)
        {
            if (change.Table is { } table)
                yield return table;
        }
    }

    private static Answer Tables(Aspect aspect, IEnumerable<SqlName> reader, IReadOnlyCollection<string> judge)
    {
        var names = reader.Select(n => n.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var agrees = names.TrueForAll(n => judge.Any(j => SameTable(n, j))) && judge.All(j => names.Exists(n => SameTable(n, j)));
        return new Answer(aspect, agrees, string.Join(", ", names), string.Join(", ", judge));
    }

    private static Answer Names(Aspect aspect, IEnumerable<string> reader, IEnumerable<string> judge) =>
        new(aspect, reader.SequenceEqual(judge, StringComparer.OrdinalIgnoreCase), string.Join(", ", reader), string.Join(", ", judge));

    private static IEnumerable<string> Sorted(IEnumerable<string> names) =>
        names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);

    // One of the two may know more qualifiers.
    private static bool SameTable(string a, string b) =>
        a.Equals(b, StringComparison.OrdinalIgnoreCase) || EndsWith(a, b) || EndsWith(b, a);

    private static bool EndsWith(string longer, string shorter) => longer.EndsWith("." + shorter, StringComparison.OrdinalIgnoreCase);
}
