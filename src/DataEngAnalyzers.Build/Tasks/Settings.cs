using System.IO;
using DataEngAnalyzers.Build.Emit;
using DataEngAnalyzers.Build.Report;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>Where an assessment reads and writes, and what it needs besides the logs.</summary>
internal sealed record Settings
{
    /// <summary>The folder of the reports.</summary>
    public required string Folder { get; init; }

    /// <summary>Root of the sources, from which the reports link to them.</summary>
    public string? Root { get; init; }

    /// <summary>What namespaces are in this environment; may be missing.</summary>
    public string? Namespaces { get; init; }

    /// <summary>The time that OpenLineage wants on every event.</summary>
    public string? Time { get; init; }

    /// <summary>Which files for other tools are written; <see langword="null"/> for none.</summary>
    public EmitSettings? Emit { get; init; }

    public string Logs => Path.Combine(Folder, ReportFiles.Logs);
}
