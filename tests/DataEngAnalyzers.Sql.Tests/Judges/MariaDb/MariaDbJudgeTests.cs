using DataEngAnalyzers.Tests.Servers;
using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Sql.Tests.Judges.MariaDb;

[Collection(MariaDbServer.Collection)]
public sealed class MariaDbJudgeTests(MariaDbServer server, ITestOutputHelper output)
{
    [SkippableFact]
    public void The_reader_agrees_with_a_MariaDB_server()
    {
        using var judge = new MariaDbJudge(server);
        Agreement.Demand(judge, acceptedStatements: 150, output);
    }
}
