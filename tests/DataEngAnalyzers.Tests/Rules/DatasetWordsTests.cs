using DataEngAnalyzers.Rules;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules;

public sealed class DatasetWordsTests
{
    [Theory]
    [InlineData("fact_sales", "'fact_sales'")]
    [InlineData(null, "The target")]
    public void A_name_stands_in_quotes_and_words_without(string? name, string words) => Assert.Equal(words, DatasetWords.Quoted(name));
}
