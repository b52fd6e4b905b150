using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql.Tests.Reading;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Corpus;

/// <summary>Every statement of the corpus is read as its author says.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Cases => CorpusFiles.Ids;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_what_the_author_says(string id)
    {
        var sample = CorpusFiles.Of(id);

        var statements = sample.Read().Statements;

        var lines = StatementText.Lines(statements).ToList();
        if (!sample.Expected.SequenceEqual(lines))
            Assert.Fail(Difference(sample.Expected, lines));
        var facts = statements.SelectMany(s => StatementText.Long(s, SqlReading.Text(sample.Sql))).ToList();
        foreach (var fact in sample.Facts)
            Assert.Contains(fact, facts);
    }

    private static string Difference(ImmutableArray<string> expected, List<string> actual)
    {
        var first = Enumerable.Range(0, Math.Max(expected.Length, actual.Count)).First(i => expected.ElementAtOrDefault(i) != actual.ElementAtOrDefault(i));
        return $"statement {first + 1} of {expected.Length}{Environment.NewLine}author: {expected.ElementAtOrDefault(first)}{Environment.NewLine}reader: {actual.ElementAtOrDefault(first)}";
    }

    [Fact]
    public void Names_every_case_once() =>
        Assert.Empty(CorpusFiles.All.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Holds_enough_of_every_dialect()
    {
        Assert.True(CorpusFiles.All.Sum(c => c.Expected.Length) >= 1_200);
        Assert.All(Enum.GetValues<SqlDialect>().Where(d => d is not SqlDialect.Unknown), dialect => Assert.True(CorpusFiles.Of(dialect).Sum(c => c.Expected.Length) >= 100));
    }
}
