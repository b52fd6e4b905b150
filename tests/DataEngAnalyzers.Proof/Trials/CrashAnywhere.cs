using System;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Ends a program between any two of its statements, and runs it again.</summary>
/// <param name="isWhole">Tells a state that a crash may leave; by default the one before the run and the one after it.</param>
/// <param name="isRerun">False for a program of which each run brings its own rows.</param>
internal sealed class CrashAnywhere(Func<Content, bool>? isWhole = null, bool isRerun = true) : Trial
{
    public override string Tried => "ended between any two statements" + (isRerun ? ", then run again" : string.Empty);

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
            if (isRerun && (await bench.RunAsync(program) is not null || !bench.Look().Equals(bench.Expected)))
                wrong++;
        }

        string[] harm = [halves == 0 ? string.Empty : $"half a load after {halves} of {points.Passed} crashes", wrong == 0 ? string.Empty : $"wrong after {wrong} of {points.Passed} next runs"];
        return halves + wrong == 0
            ? new Measured($"whole after each of {points.Passed} crashes{(isRerun ? ", right after each next run" : string.Empty)}", IsSound: true)
            : new Measured(string.Join("; ", harm.Where(text => text.Length > 0)), IsSound: false);
    }
}
