using System;
using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>Reading is linear in the length of the text, and its depth costs no stack.</summary>
public sealed class GrowthTests
{
    // 100,000 parentheses, and thousands of anything else.
    private const int DeepText = 200_000;

    private static readonly SqlDialect[] Dialects = Enum.GetValues<SqlDialect>();

    public static TheoryData<string> Shapes => new(GrowthShapes.All.Keys);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reads_in_linear_time(string shape)
    {
        // The neutral reading, and one dialect more by turns.
        SqlDialect[] dialects = [SqlDialect.Unknown, Dialects[(shape.Length % (Dialects.Length - 1)) + 1]];
        Assert.All(dialects, dialect => Assert.InRange(Growth.Of(GrowthShapes.All[shape], dialect), 0, Growth.Allowed));
    }

    [Fact]
    public void Reads_deep_nesting_without_stack()
    {
        foreach (var sql in GrowthShapes.Deep(DeepText))
        {
            var script = SqlReading.Script(sql);
            Assert.All(script.Statements.Take(2), statement => Assert.NotNull(script.LineageOf(statement)));
        }
    }
}
