using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Lets one attempt of a program time out, between any two of its statements; where the program tries again, the load must end right.</summary>
internal sealed class TimeOutAnywhere : Trial
{
    public override string Tried => "one time-out between any two statements, tried again";

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        using var undisturbed = new Bench(engine, scenario);
        var points = Crash.Arm(at: 0, () => new TimeoutException());
        await undisturbed.RunAsync(program);

        var (retried, wrong, harm) = (0, 0, string.Empty);
        for (var at = 1; at <= points.Passed; at++)
        {
            using var bench = new Bench(engine, scenario);
            Crash.Arm(at, () => new TimeoutException());
            var failure = await bench.RunAsync(program);
            if (failure is TimeoutException)
                continue;

            retried++;
            if (Measured.Of(failure, bench.Look(), bench.Expected) is { IsSound: false } measured)
            {
                wrong++;
                harm = $": {measured.Text}";
            }
        }

        return new Measured($"{wrong} of {retried} retries end wrong{harm}", wrong == 0 && retried > 0);
    }
}
