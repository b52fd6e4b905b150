using System;
using System.Collections.Generic;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dvc;

/// <summary>What DVC wants of a stage: it refuses a pipeline in which one is otherwise.</summary>
internal static class StageSchema
{
    private const int MostProblems = 100;

    private static readonly string[] Lists = ["deps", "outs", "params", "metrics", "plots", "vars"];

    private static readonly string[] Keys = ["cmd", "wdir", "frozen", "always_changed", "desc", "meta", "matrix", "foreach", "do", .. Lists];

    /// <summary>Tells what is wrong with a stage as it is written.</summary>
    public static void Check(Entry stage, List<Problem> problems)
    {
        var body = stage.Value.Member("do") ?? stage.Value;
        if (problems.Count >= MostProblems || body.Kind != NodeKind.Map)
            return;
        foreach (var entry in body.Entries)
        {
            // A key that resembles none may be of a later version.
            if (Array.IndexOf(Keys, entry.Key) < 0 && NearestName.Of(entry.Key, Keys) is { } nearest)
                problems.Add(Refused(entry.Spot, $"a stage has no key '{entry.Key}'; '{nearest}' is meant?"));
            else if (Array.IndexOf(Lists, entry.Key) >= 0 && entry.Value.Kind is not (NodeKind.List or NodeKind.Null))
                problems.Add(Refused(entry.Value.Spot, $"'{entry.Key}' is no list"));
        }

        if (body.Member("cmd") is null)
            problems.Add(Refused(stage.Spot, $"stage '{stage.Key}' has no 'cmd' to run"));
    }

    private static Problem Refused(Spot spot, string reason) => new(spot, $"DVC refuses this pipeline: {reason}");
}
