using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Manifests;
using DataEngAnalyzers.Build.Manifests.Facts;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>Compiles the files of other tools into the one that the compiler is handed.</summary>
public sealed class CompileManifests : Task
{
    private const long MostBytesHandedOver = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] EditedByFixes = [".json", ".yml", ".yaml", ".dvc"];

    /// <summary>Gets or sets the files: <c>Tool</c> says whose, <c>DataEngPayloadOf</c> the type of a payload, or of what a jq program reads.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Gets or sets the project's folder, from which the facts name their files.</summary>
    [Required]
    public string ProjectFolder { get; set; } = string.Empty;

    /// <summary>Gets or sets where the facts go; there is no such file when there are none.</summary>
    [Required]
    public string Facts { get; set; } = string.Empty;

    /// <summary>Gets or sets where the list of the files goes that fixes may edit.</summary>
    [Required]
    public string Editable { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override bool Execute()
    {
        var files = ManifestSet.Read(Inputs()).Where(file => !file.IsEmpty).ToList();
        Put(Facts, files.Count == 0 ? null : FactsWriter.Write(files));
        Put(Editable, string.Concat(files.Select(file => Path.Combine(ProjectFolder, file.Path)).Where(IsEditable).OrderBy(path => path, StringComparer.Ordinal).Select(path => Path.GetFullPath(path) + "\n")));
        return true;
    }

    private IEnumerable<ManifestInput> Inputs()
    {
        var folder = Path.GetFullPath(ProjectFolder);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files.OrderBy(file => file.GetMetadata("DataEngPayloadOf").Length == 0))
        {
            var full = Path.GetFullPath(Path.Combine(folder, file.ItemSpec));
            var tool = Path.GetExtension(full) == ".jq" ? Tools.Jq : file.GetMetadata("Tool");
            if (seen.Add(full))
                yield return new ManifestInput(RelativePath.Of(folder, full), tool, () => File.OpenRead(full), file.GetMetadata("DataEngPayloadOf"));
        }
    }

    // A file that would slow down the IDE is not for it.
    private static bool IsEditable(string path) =>
        EditedByFixes.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && Path.GetFileName(path) != "manifest.json" && new FileInfo(path) is { Exists: true, Length: <= MostBytesHandedOver };

    // A file that stays as it is leaves the compiler's output up to date.
    private static void Put(string path, string? text)
    {
        if (text is null)
            File.Delete(path);
        else if (!File.Exists(path) || File.ReadAllText(path) != text)
            File.WriteAllText(path, text, Utf8);
    }
}
