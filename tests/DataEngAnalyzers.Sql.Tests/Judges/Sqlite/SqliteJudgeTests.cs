using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Sql.Tests.Judges.Sqlite;

public sealed class SqliteJudgeTests(ITestOutputHelper output)
{
    [Fact]
    public void The_reader_agrees_with_SQLite() => Agreement.Demand(new SqliteJudge(), acceptedStatements: 130, output);
}
