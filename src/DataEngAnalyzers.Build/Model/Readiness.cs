using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model.Facts;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>
/// Whether a past day can be run again: the rows must be chosen by something the caller can set back, and writing them
/// again must leave the target as it was.
/// </summary>
internal static class Readiness
{
    private const string Ready = "ready";
    private const string Blocked = "blocked";
    private const string Unknown = "unknown";

    public static Backfill Of(StageFacts stage, RunContext context, IReadOnlyList<Finding> findings)
    {
        var obstacles = new List<Obstacle>();
        var isUnknown = stage.Outputs.Count == 0 && stage.Inputs.Count == 0;
        Place? Where(IReadOnlyList<SarifPlace> at) => Places.Of(at.Count > 0 ? at[0] : null, context);

        switch (stage.Window)
        {
            case { Kind: "clock" } window:
                obstacles.Add(new Obstacle("The clock decides which rows are read, so only today can be run", null, Where(window.At)));
                break;
            case { Kind: "watermark" } window:
                obstacles.Add(new Obstacle("A stored watermark decides which rows are read; it has to be set back first", null, Where(window.At)));
                break;
            case { Kind: "unknown" }:
                isUnknown = true;
                break;
        }

        foreach (var output in stage.Outputs.OrderBy(output => output.Dataset.Id, StringComparer.Ordinal))
        {
            if (output.Mode == "append")
                obstacles.Add(new Obstacle($"{output.Dataset.Name} is appended to: a second run adds the same rows again", null, Where(output.At)));
            isUnknown |= output.Mode == Unknown;
        }

        obstacles.AddRange(findings
            .Where(finding => finding.Area == Areas.Backfill || (finding.Area == Areas.Reliability && finding.Severity <= Severity.High))
            .Select(finding => new Obstacle(finding.Consequence, finding.Id, finding.Place)));
        return new Backfill(obstacles.Count > 0 ? Blocked : isUnknown ? Unknown : Ready, obstacles);
    }
}
