using DataEngAnalyzers.Tests.Servers;
using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Sql.Tests.Judges.Postgres;

[Collection(PostgresServer.Collection)]
public sealed class PostgresJudgeTests(PostgresServer server, ITestOutputHelper output)
{
    [SkippableFact]
    public void The_reader_agrees_with_a_PostgreSQL_server()
    {
        using var judge = new PostgresJudge(server);
        Agreement.Demand(judge, acceptedStatements: 300, output);
    }
}
