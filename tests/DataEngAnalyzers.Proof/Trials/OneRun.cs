using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Runs a program once.</summary>
internal sealed class OneRun : Trial
{
    public override string Tried => "run once";

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        using var bench = new Bench(engine, scenario);
        return Measured.Of(await bench.RunAsync(program), bench.Look(), bench.Expected);
    }
}
