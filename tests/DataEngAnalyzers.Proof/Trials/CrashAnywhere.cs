using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Ends a program between any two of its statements, and runs it again.</summary>
/// <param name="isWhole">Tells a state that a crash may leave; by default the one before the run and the one after it.</param>
internal sealed class CrashAnywhere(Func<Content, bool>? isWhole = null) : Trial
{
    public override string Tried => "ended between any two statements, then run again";

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        using var undisturbed = new Bench(engine, scenario);
        var before = undisturbed.Look();
        var points = Crash.Arm(at: 0, () => new CrashException());
        if (await undisturbed.RunAsync(program) is { } failure)
            return new Measured($"stops with `{failure.GetType().Name}`: {failure.Message}", IsSound: false);
        var after = undisturbed.Look();

        var halves = 0;
        var wrong = after.Equals(undisturbed.Expected) ? 0 : 1;
        for (var at = 1; at <= points.Passed; at++)
        {
            using var bench = new Bench(engine, scenario);
            Crash.Arm(at, () => new CrashException());
            await bench.RunAsync(program);
            var left = bench.Look();
            if (!(isWhole?.Invoke(left) ?? (left.Equals(before) || left.Equals(after))))
                halves++;
            if (await bench.RunAsync(program) is not null || !bench.Look().Equals(bench.Expected))
                wrong++;
        }

        return new Measured($"half a load after {halves} of {points.Passed} crashes{(wrong == 0 ? string.Empty : $"; wrong after {wrong} of the next runs")}", halves + wrong == 0);
    }
}
