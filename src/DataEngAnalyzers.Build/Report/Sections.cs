using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report;

/// <summary>Findings by what they are about, in the order of every report.</summary>
/// <param name="Id">Stable, for links.</param>
/// <param name="Lead">What a reader finds here.</param>
internal sealed record Section(string Id, string Title, string Lead, IReadOnlyList<string> Areas)
{
    public static readonly Section Quality = new("quality", "Data quality", "What lets wrong rows in, or loses right ones.", [Model.Areas.Quality]);
    public static readonly Section Lineage = new("lineage-gaps", "Lineage and provenance gaps", "Where nobody can say where a value comes from.", [Model.Areas.Lineage]);
    public static readonly Section Schema = new("schema", "Schema evolution risks", "What breaks when a table changes, or changes without a trace.", [Model.Areas.Schema]);
    public static readonly Section Efficiency = new("efficiency", "Processing efficiency and cost", "What takes longer, reads more or costs more than it has to.", [Model.Areas.Latency, Model.Areas.Storage, Model.Areas.Cost]);

    public IReadOnlyList<Finding> Of(Assessment assessment) => assessment.Findings.Where(finding => Areas.Contains(finding.Area)).ToList();
}
