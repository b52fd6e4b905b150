using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql.Tests.Corpus;
using DataEngAnalyzers.Sql.Tests.Judges;
using DataEngAnalyzers.Sql.Tests.Judges.Postgres;
using DataEngAnalyzers.Tests.Servers;
using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

[Collection(PostgresServer.Collection)]
public sealed class JudgedLineageTests(PostgresServer server, ITestOutputHelper output)
{
    // As a case names it that says why we and the server disagree.
    private const string Judge = "lineage";

    private const int Demanded = 150;
    private const double DemandedShare = 0.99;

    [SkippableFact]
    public void The_lineage_is_that_of_a_PostgreSQL_server()
    {
        int judged = 0, disagreed = 0;
        var faults = new List<string>();
        foreach (var tables in CorpusFiles.Of(SqlDialect.PostgreSql).Where(sample => !sample.HasHole && SqlPieces.Statements(sample.Sql).Count == 1).GroupBy(sample => sample.Setup))
        {
            using var database = JudgedDatabase.Create(server, tables.Key);
            foreach (var sample in tables)
            {
                database.Try();
                var found = JudgedLineage.FaultsOf(database, SqlPieces.Statements(sample.Sql)[0]);
                database.Undo();
                if (found is null)
                    continue;

                judged++;
                disagreed += found.Count > 0 ? 1 : 0;
                if (sample.Disagreements.ContainsKey(Judge) != found.Count > 0)
                    faults.Add($"{sample.Id}: {(found.Count > 0 ? string.Join("; ", found) : "the listed disagreement is gone")}");
            }
        }

        output.WriteLine($"PostgreSQL agrees with the lineage of {judged - disagreed} of {judged} statements");
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.True(judged >= Demanded && judged - disagreed >= judged * DemandedShare);
    }
}
