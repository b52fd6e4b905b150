using DataEngAnalyzers.Tests.Servers;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Judges;

[Collection(PostgresServer.Collection)]
public sealed class PostgresServerTests(PostgresServer server)
{
    [SkippableFact]
    public void Answers_a_query()
    {
        using var connection = server.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pg_class WHERE relname = 'pg_class'";

        Assert.Equal(1L, command.ExecuteScalar());
    }
}
