using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Runs a program once while something goes wrong between it and the engine.</summary>
/// <param name="what">What goes wrong, in the words of the pages.</param>
internal sealed class Disturbance(string what) : Trial
{
    public override string Tried => "run once, " + what;

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        using var bench = new Bench(engine, scenario);
        bench.Disturb();
        return Measured.Of(await bench.RunAsync(program), bench.Look(), bench.Expected);
    }
}
