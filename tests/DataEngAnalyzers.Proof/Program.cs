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
        Engine[] engines = [new SqliteEngine(), new DuckDbEngine(), new PostgresEngine(postgres), new MariaDbEngine(maria), new SqlServerEngine(), new FilesEngine()];

        var lines = new List<(Proof, string)>();
        var failed = 0;
        foreach (var proof in AllProofs.All)
        {
            var known = Pages.LineOf(proof);
            if (arguments is [var only, ..] && !proof.ToString().Contains(only, StringComparison.OrdinalIgnoreCase) && known is not null)
            {
                lines.Add((proof, known));
                continue;
            }

            try
            {
                var engine = Array.Find(engines, engine => engine.Kind == proof.Scenario.Engine)!;
                lines.Add((proof, engine.IsThere || engine.Kind == EngineKind.SqlServer ? (await proof.MeasureAsync(engine)).ToString() : known ?? throw new ProofException("not installed")));
                Console.Write($"{proof.Rule} {lines[^1].Item2}");
            }
            catch (ProofException e)
            {
                Console.Error.WriteLine($"{proof} on {proof.Scenario.Engine.Name()}: {e.Message}");
                failed++;
            }
        }

        if (failed > 0)
            return 1;

        foreach (var file in Pages.With(lines))
            file.Write(Pages.Root);
        return 0;
    }
}
