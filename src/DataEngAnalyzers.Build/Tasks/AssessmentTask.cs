using System.IO;
using DataEngAnalyzers.Build.Emit;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>What all tasks of the assessment are told.</summary>
public abstract class AssessmentTask : Task
{
    /// <summary>Gets or sets the folder of the reports.</summary>
    [Required]
    public string Folder { get; set; } = string.Empty;

    /// <summary>Gets or sets the root of the sources.</summary>
    public string? Root { get; set; }

    /// <summary>Gets or sets the file that says what namespaces are in this environment.</summary>
    public string? Namespaces { get; set; }

    /// <summary>Gets or sets the time on OpenLineage events.</summary>
    public string? Time { get; set; }

    /// <summary>Gets or sets the tools whose files are written, or <c>all</c>.</summary>
    public string? Emit { get; set; }

    /// <summary>Gets or sets the folder of files whose tool has no project.</summary>
    public string? EmitFolder { get; set; }

    /// <summary>Gets or sets the folder below which the tools' projects are looked for.</summary>
    public string? EmitSearch { get; set; }

    /// <summary>Gets or sets the version of Great Expectations.</summary>
    public string? EmitGx { get; set; }

    /// <summary>Gets or sets the version of dbt.</summary>
    public string? EmitDbt { get; set; }

    /// <summary>Gets or sets after how long a dbt source counts as stale.</summary>
    public string? EmitFreshness { get; set; }

    private protected Settings Settings => new() { Folder = Path.GetFullPath(Folder), Root = Root, Namespaces = Namespaces, Time = Time, Emit = EmitSettings };

    private EmitSettings? EmitSettings => string.IsNullOrWhiteSpace(Emit) ? null : new EmitSettings
    {
        Tools = Emit!,
        Folder = Path.GetFullPath(EmitFolder is { Length: > 0 } ? EmitFolder : Path.Combine(Folder, "emit")),
        Search = EmitSearch is { Length: > 0 } ? Path.GetFullPath(EmitSearch) : null,
        Gx = EmitGx,
        Dbt = EmitDbt,
        Freshness = EmitFreshness,
    };

    /// <summary>A warning that names the file.</summary>
    private protected void Warn(string file, string message) =>
        Log.LogWarning(null, LeftOutFile.Code, null, null, file, 0, 0, 0, 0, LeftOutFile.Message(message));
}
