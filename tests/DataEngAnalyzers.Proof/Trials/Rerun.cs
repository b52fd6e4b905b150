using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Runs a program twice over the same file; a sound one is run once more, which must change nothing.</summary>
/// <param name="isCorrected">One row of the file is corrected between the first two runs.</param>
internal sealed class Rerun(bool isCorrected = false) : Trial
{
    public override string Tried => isCorrected ? "run twice, one row corrected in between" : "run twice";

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        using var bench = new Bench(engine, scenario);
        if (await bench.RunAsync(program) is { } first)
            return new Measured($"the first run stops with `{first.GetType().Name}`: {first.Message}", IsSound: false);

        if (isCorrected)
            bench.Sales = Sale.Correct(bench.Sales);
        var second = Measured.Of(await bench.RunAsync(program), bench.Look(), bench.Expected);
        return second.IsSound ? Measured.Of(await bench.RunAsync(program), bench.Look(), bench.Expected) : second;
    }
}
