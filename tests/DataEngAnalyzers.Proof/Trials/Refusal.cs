using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Runs a program over a file with a row that nobody can read; a sound one stops and stores nothing.</summary>
internal sealed class Refusal : Trial
{
    public override string Tried => "run over a file with one broken row";

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        using var bench = new Bench(engine, scenario);
        var before = bench.Look();
        bench.BreakLast();
        var failure = await bench.RunAsync(program);
        var found = bench.Look();
        return failure is not null && found.Equals(before)
            ? new Measured($"stops with `{failure.GetType().Name}`, nothing is stored", IsSound: true)
            : Measured.Of(failure, found, bench.Expected) with { IsSound = false };
    }
}
