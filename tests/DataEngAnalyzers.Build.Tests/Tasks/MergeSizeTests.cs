using System;
using System.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Build.Tests.Tasks;

/// <summary>Two hundred projects merge in seconds, and twice as many in about twice the time.</summary>
public sealed class MergeSizeTests(ITestOutputHelper output)
{
    private const int Projects = 200;

    [Fact]
    public void Two_hundred_projects_merge_in_time_and_memory_that_grow_with_them()
    {
        Measure(20);
        var (half, _) = Measure(Projects / 2);
        var (all, bytes) = Measure(Projects);
        output.WriteLine($"{Projects / 2} projects: {half.TotalSeconds:0.00} s; {Projects}: {all.TotalSeconds:0.00} s, {bytes / 1_000_000} MB");

        Assert.InRange(all.TotalSeconds, 0, 60);
        Assert.InRange(all / half, 0, 4);
        Assert.InRange(bytes, 0, 500_000_000);
    }

    private static (TimeSpan Time, long Bytes) Measure(int projects)
    {
        using var folder = new AssessmentFolder();
        for (var project = 0; project < projects; project++)
        {
            var log = new LogText();
            for (var item = 0; item < 10; item++)
            {
                log.Finding(file: $"P{project}/A.cs", line: item + 1, fingerprint: $"{(project * 100) + item:x16}", symbol: $"M:P{project}.Load{item}", dataset: $"t{item}", sites: [($"P{project}/A.cs", item + 1)]);
                if (item < 3)
                    log.Stage(Facts.Copy($"raw.t{project}_{item}", $"dw.t{project / 2}_{item}", name: $"P{project}.Load{item}", project: "P" + project, columns: ["id", "a", "b"]), symbol: $"M:P{project}.Load{item}", sites: [($"P{project}/A.cs", 1), ($"P{project}/A.cs", 2)]);
            }

            folder.AddCollected($"p{project}.sarif", log.Collect("P" + project));
        }

        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var assessment = folder.Assess();
        var time = clock.Elapsed;
        Assert.Equal(projects * 10, assessment.Findings.Count);
        return (time, Math.Max(0, GC.GetTotalMemory(forceFullCollection: false) - before));
    }
}
