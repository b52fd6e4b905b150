using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Sql.Tests.Judges.DuckDb;

public sealed class DuckDbJudgeTests(ITestOutputHelper output)
{
    [Fact]
    public void The_reader_agrees_with_DuckDB() => Agreement.Demand(new DuckDbJudge(), acceptedStatements: 150, output);
}
