using System.IO;
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

    private protected Settings Settings => new() { Folder = Path.GetFullPath(Folder), Root = Root, Namespaces = Namespaces, Time = Time };

    /// <summary>A warning that names the file.</summary>
    private protected void Warn(string file, string message) =>
        Log.LogWarning(null, LeftOutFile.Code, null, null, file, 0, 0, 0, 0, LeftOutFile.Message(message));
}
