using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>The flows of the samples against the edges that a person found in them.</summary>
public sealed class FlowSampleTests
{
    [Theory]
    [InlineData("Flawed")]
    [InlineData("Sound")]
    public void The_flows_of_a_sample_are_those_a_person_found(string sample)
    {
        var truth = SampleTruth.Of(sample);
        var files = truth.Select(edge => edge.File).ToHashSet();
        var found = Found(sample).Where(edge => files.Contains(edge.File)).ToHashSet();
        var seen = truth.Where(edge => edge.Line.Length > 0 && !edge.Line.EndsWith(" ?", StringComparison.Ordinal)).ToHashSet();
        var hidden = truth.Where(edge => edge.Line.EndsWith(" ?", StringComparison.Ordinal)).Select(edge => (edge.File, edge.Line[..^2])).ToHashSet();

        SampleTruth.AssertNone("wrong", found.Except(seen).Select(edge => $"{edge.Item1}: {edge.Item2}"));
        SampleTruth.AssertNone("missing", seen.Except(found).Select(edge => $"{edge.Item1}: {edge.Item2}"));
        SampleTruth.AssertNone("marked as out of sight, but found", hidden.Intersect(found).Select(edge => $"{edge.Item1}: {edge.Item2}"));
    }

    private static IEnumerable<(string File, string Line)> Found(string sample)
    {
        var root = Path.Combine(Repository.Root, "samples", "RetailWarehouse", sample);
        return
            from stage in Code.OfProject("samples", "RetailWarehouse", sample).AllStages
            from write in stage.Operations
            where write.Action is DataAction.Write or DataAction.Update or DataAction.Save
            from line in FlowText.EdgesOf(stage.FlowInto(write))
            select (Path.GetRelativePath(root, write.Location.SourceTree!.FilePath).Replace('\\', '/'), line);
    }
}
