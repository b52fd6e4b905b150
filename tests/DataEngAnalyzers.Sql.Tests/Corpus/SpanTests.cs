using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Corpus;

/// <summary>Over the whole corpus, what the reader points at is what it names: squiggles and fixes stand on these places.</summary>
public sealed class SpanTests
{
    private static readonly char[] Quotes = ['[', ']', '"', '`', '\'', ' ', '\n', '\t'];

    [Fact]
    public void Names_stand_where_their_spans_point() => AssertNone(
        from sample in CorpusFiles.All
        from statement in Statements(sample)
        from name in Names(statement)
        let text = CutOrNothing(sample.Sql, name.Span)
        where !Bare(text).Contains(Bare(name.Last), StringComparison.OrdinalIgnoreCase)
        select $"{sample.Id}: {name.Text} at «{text}»");

    [Fact]
    public void Clauses_begin_with_their_words() => AssertNone(
        from sample in CorpusFiles.All
        from statement in Statements(sample)
        from clause in Clauses(statement)
        let text = CutOrNothing(sample.Sql, clause.Span)
        where !Array.Exists(clause.Words, w => text.StartsWith(w, StringComparison.OrdinalIgnoreCase))
        select $"{sample.Id}: {string.Join('|', clause.Words)} at «{text}»");

    [Fact]
    public void Parts_lie_inside_their_statement() => AssertNone(
        from sample in CorpusFiles.All
        from statement in Statements(sample)
        from part in Parts(statement)
        let text = CutOrNothing(sample.Sql, part)
        where !statement.Span.Contains(part) || text != text.Trim()
        select $"{sample.Id}: «{text}» of «{CutOrNothing(sample.Sql, statement.Span)}»");

    [Fact]
    public void Statements_follow_each_other() => AssertNone(
        from sample in CorpusFiles.All
        let spans = sample.Read().Statements.Select(s => s.Span).ToList()
        from pair in spans.Zip(spans.Skip(1))
        where pair.First.End > pair.Second.Start && !pair.Second.Contains(pair.First)
        select $"{sample.Id}: «{CutOrNothing(sample.Sql, pair.First)}» overlaps the statement behind it");

    [Fact]
    public void Statements_lie_inside_the_text() => AssertNone(
        from sample in CorpusFiles.All
        from statement in Statements(sample)
        where CutOrNothing(sample.Sql, statement.Span).Length == 0
        select sample.Id);

    private static void AssertNone(IEnumerable<string> misplaced) => Assert.True(!misplaced.Any(), string.Join(Environment.NewLine, misplaced));

    private static IEnumerable<SqlStatement> Statements(CorpusCase sample) => SqlReading.WithBodies(sample.Read().Statements);

    private static IEnumerable<SqlName> Names(SqlStatement statement)
    {
        IEnumerable<SqlName?> names =
        [
            statement.Target, statement.Routine,
            .. statement.Columns, .. statement.Sources,
            .. statement.Assignments.Select(a => a.Column),
            .. statement.Predicates.SelectMany(p => new[] { p.Column, p.OperandColumn }),
            .. statement.Conflict?.KeyColumns ?? [], .. statement.Conflict?.UpdateColumns ?? [],
            .. statement.Definition?.Columns.Select(c => c.Name) ?? [], .. statement.Definition?.PrimaryKey ?? [], .. statement.Index?.Columns ?? [],
            .. statement.Changes.SelectMany(c => c.KeyColumns.Cast<SqlName?>().Concat([c.Table, c.Column, c.NewName])),
        ];
        return names.OfType<SqlName>();
    }

    private static IEnumerable<(SqlSpan Span, string[] Words)> Clauses(SqlStatement statement)
    {
        if (statement.WhereSpan is { } where)
            yield return (where, ["WHERE"]);
        if (statement.Values is { } values)
            yield return (values.Span, ["VALUES", "VALUE"]);
        if (statement.Conflict is { Span.Length: > 0 } conflict)
            yield return (conflict.Span, ["ON", "WHEN"]);
        foreach (var parameter in statement.Parameters)
            yield return (parameter.Span, ["@", ":", "$", "?", "{", "%"]);
    }

    private static IEnumerable<SqlSpan> Parts(SqlStatement statement) =>
    [
        .. statement.Predicates.SelectMany(p => new[] { p.Span, p.OperandSpan }),
        .. statement.Assignments.Select(a => a.Value),
        .. statement.Values?.FirstRow ?? [],
        .. statement.Clocks.Select(c => c.Span),
        .. statement.Parameters.Select(p => p.Span),
        .. statement.Stars,
        .. statement.Changes.Select(c => c.Span),
        .. Clauses(statement).Select(c => c.Span),
    ];

    private static string CutOrNothing(string sql, SqlSpan span) =>
        span.Start >= 0 && span.Length >= 0 && span.End <= sql.Length ? SqlReading.Cut(sql, span) : "";

    private static string Bare(string name) => string.Concat(name.Replace(SqlText.HoleMark, SqlReading.Hole).Where(c => !Quotes.Contains(c)));
}
