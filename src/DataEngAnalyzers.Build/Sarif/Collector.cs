using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>
/// Makes of a compiler's log one that can be read anywhere: paths from the root of the sources, the lines that the evidence
/// names, and where the run belongs. It is done on the machine that built, where the sources are.
/// </summary>
internal static class Collector
{
    /// <param name="run">As the compiler wrote it.</param>
    /// <param name="context">What the build knows of the project.</param>
    /// <param name="root">Root of the sources.</param>
    /// <param name="sources">Lines of the sources.</param>
    public static SarifRun Collect(SarifRun run, RunContext context, SourceRoot root, SourceLines sources)
    {
        SarifPlace ToCollected(SarifPlace place) => place with { File = root.Relative(place.File), Excerpt = sources.Around(place) };

        return run with
        {
            Tool = SarifWriter.ToolName,
            Context = context,
            Results = run.Results
                .Select(result => result with { Place = result.Place is { } place ? ToCollected(place) : null, Related = result.Related.Select(ToCollected).ToList() })
                .OrderBy(result => result, ResultOrder.Instance)
                .ToList(),
        };
    }

    /// <summary>
    /// A log that nobody collected: its paths are cut at the deepest folder that holds all of them, and begin with its name.
    /// </summary>
    public static SarifRun CollectForeign(SarifRun run, string name)
    {
        if (run.Tool == SarifWriter.ToolName)
            return run;
        var files = run.Results.SelectMany(result => result.Related.Concat(result.Place is { } place ? [place] : [])).Select(place => place.File);
        var root = new SourceRoot(CommonFolder(files), name + "/");
        return Collect(run, run.Context with { Project = run.Context.Project ?? ProjectOf(run) ?? name }, root, SourceLines.None);
    }

    // Stages say which project they are of.
    private static string? ProjectOf(SarifRun run)
    {
        if (run.Results.FirstOrDefault(result => result.Rule == SarifReader.FactsRule)?[PropertyKeys.Facts] is not { } facts)
            return null;
        try
        {
            using var stage = JsonDocument.Parse(facts);
            return stage.RootElement.Text("project");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string CommonFolder(IEnumerable<string> files)
    {
        string? common = null;
        foreach (var file in files)
        {
            var folder = file.Substring(0, file.LastIndexOf('/') + 1);
            common ??= folder;
            while (!folder.StartsWith(common, StringComparison.Ordinal))
                common = common.Substring(0, common.TrimEnd('/').LastIndexOf('/') + 1);
        }

        return common ?? string.Empty;
    }
}
