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

        Assert.Equal(sample.Expected, StatementText.Lines(statements));
        var facts = statements.SelectMany(s => StatementText.Long(s, SqlReading.Text(sample.Sql))).ToList();
        foreach (var fact in sample.Facts)
            Assert.Contains(fact, facts);
    }

    [Fact]
    public void Names_every_case_once() =>
        Assert.Empty(CorpusFiles.All.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key));
}
