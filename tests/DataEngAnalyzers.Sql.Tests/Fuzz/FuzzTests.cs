using System;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Sql.Tests.Corpus;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>Whatever the text, reading ends without an exception and says nothing about places outside of it.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20240229;
    private const int ShortRun = 5_000;

    private static readonly SqlDialect[] Dialects = Enum.GetValues<SqlDialect>();

    // A long run by hand: set the variable, or «fuzz 1000000» of the test project's own program.
    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("DATAENG_FUZZ"), CultureInfo.InvariantCulture, out var count) ? count : ShortRun;

    [Fact]
    public void Reads_broken_sql() => Assert.Null(FuzzRun.FirstFault(Seed, Count));

    [Fact]
    public void Reads_every_prefix_of_crowded_statements_in_every_dialect()
    {
        foreach (var sql in FuzzSeeds.All)
        {
            for (var length = 0; length <= sql.Length; length++)
                Assert.All(Dialects, dialect => Assert.Null(FuzzCheck.FaultOf(sql[..length], dialect)));
        }
    }

    [Fact]
    public void Reads_crowded_statements_with_any_word_left_out_or_doubled()
    {
        foreach (var words in FuzzSeeds.All.Select(sql => sql.Split(' ')))
        {
            for (var i = 0; i < words.Length; i++)
            {
                var without = string.Join(' ', words.Where((_, at) => at != i));
                var doubled = string.Join(' ', words.Take(i + 1).Concat(words.Skip(i)));
                Assert.All(Dialects, dialect => Assert.Null(FuzzCheck.FaultOf(without, dialect) ?? FuzzCheck.FaultOf(doubled, dialect)));
            }
        }
    }

    [Fact]
    public void Reads_the_corpus_in_every_dialect_but_its_own()
    {
        foreach (var sample in CorpusFiles.All)
            Assert.All(Dialects, dialect => Assert.Null(FuzzCheck.FaultOf(sample.Sql, dialect)));
    }
}
