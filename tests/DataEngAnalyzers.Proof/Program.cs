using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Proofs;
using DataEngAnalyzers.Tests.Servers;

namespace DataEngAnalyzers.Proof;

/// <summary>Measures everything and writes what came of it into the pages; lines of engines that are not installed stay.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        using var postgres = new PostgresServer();
        using var maria = new MariaDbServer();
        Engine[] engines = [new SqliteEngine(), new DuckDbEngine(), new PostgresEngine(postgres), new MariaDbEngine(maria), new SqlServerEngine(), new KafkaEngine(), new HttpSinkEngine(), new SqsEngine(), new CosmosEngine(), new FilesEngine()];

        var lines = new List<(Claim, string)>();
        var failed = 0;
        foreach (var claim in AllClaims.All)
        {
            var engine = Array.Find(engines, engine => engine.Kind == claim.Scenario.Engine)!;
            var known = Pages.LineOf(claim);
            if (known is not null && (!IsAsked(claim, arguments) || !(engine.IsThere || engine.Kind == EngineKind.SqlServer)))
            {
                lines.Add((claim, known));
                continue;
            }

            try
            {
                var measured = await claim.MeasureAsync(engine);
                Console.Write($"{claim.Scenario.Folder} {measured}");

                // What a server that only some have says is on no page.
                lines.Add((claim, engine is { Kind: EngineKind.SqlServer, IsThere: true } ? known ?? measured : measured));
            }
            catch (ProofException e)
            {
                Console.Error.WriteLine($"{claim} on {claim.Scenario.Engine.Name()}: {e.Message}");
                failed++;
            }
        }

        foreach (var file in Pages.With(lines))
            file.Write(Pages.Root);
        return failed == 0 ? 0 : 1;
    }

    private static bool IsAsked(Claim claim, string[] arguments) =>
        arguments is not [var word, ..] || claim.ToString().Contains(word, StringComparison.OrdinalIgnoreCase);
}
