using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Runs a program once.</summary>
/// <param name="tried">What the program does then, where that is what it is put through.</param>
internal sealed class OneRun(string tried = "run once") : Trial
{
    public override string Tried => tried;

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        using var bench = new Bench(engine, scenario);
        return Measured.Of(await bench.RunAsync(program), bench.Look(), bench.Expected);
    }
}
