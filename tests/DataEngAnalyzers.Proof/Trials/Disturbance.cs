using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Runs a program once while something goes wrong between it and the engine.</summary>
/// <param name="what">What goes wrong, in the words of the pages.</param>
/// <param name="mayStop">A sound program may stop there, as long as what it leaves is right.</param>
internal sealed class Disturbance(string what, bool mayStop = false) : Trial
{
    public override string Tried => "run once, " + what;

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        using var bench = new Bench(engine, scenario);
        bench.Disturb();
        var failure = await bench.RunAsync(program);
        var found = bench.Look();
        var measured = Measured.Of(failure, found, bench.Expected);
        return mayStop && failure is not null && found.Equals(bench.Expected)
            ? new Measured($"{measured.Text}; {found.Beside(bench.Expected)}", IsSound: true)
            : measured;
    }
}
