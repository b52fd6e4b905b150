using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>Runs a program once on machines of several cultures.</summary>
internal sealed class Cultures : Trial
{
    private static readonly string[] Names = ["en-US", "de-DE", "tr-TR", "fa-IR", "th-TH"];

    public override string Tried => "run under " + string.Join(", ", Names);

    public override async Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario)
    {
        var found = new List<(string Culture, Measured Measured)>();
        foreach (var name in Names)
        {
            using var bench = new Bench(engine, scenario);
            var own = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = new CultureInfo(name);
            var failure = await bench.RunAsync(program);
            CultureInfo.CurrentCulture = own;
            found.Add((name, Measured.Of(failure, bench.Look(), bench.Expected)));
        }

        var wrong = found.Where(one => !one.Measured.IsSound).ToList();
        return wrong.Count == 0
            ? new Measured(found[0].Measured.Text + " under each", IsSound: true)
            : new Measured(string.Join(", ", wrong.GroupBy(one => one.Measured.Text, one => one.Culture).Select(group => $"{string.Join(" and ", group)}: {group.Key}")), IsSound: false);
    }
}
