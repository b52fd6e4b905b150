using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Manifests;

/// <summary>Facts files that were read before; each is kept as long as its text lives.</summary>
internal sealed class FactsCache
{
    private readonly ConditionalWeakTable<SourceText, Slot> _read = new();

    /// <summary>What a facts file says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">The folder that its paths start from.</param>
    /// <param name="cancellation">Stops the reading; who asks next reads again.</param>
    public ManifestFacts Of(AdditionalText file, string? folder, CancellationToken cancellation)
    {
        if (file.GetText(cancellation) is not { } text)
            return ManifestFacts.None;

        var slot = _read.GetValue(text, static _ => new Slot());
        lock (slot)
        {
            if (slot.Facts is null || slot.Folder != folder)
                (slot.Facts, slot.Folder) = (FactsFileReader.Read(text, folder, cancellation), folder);
            return slot.Facts;
        }
    }

    private sealed class Slot
    {
        public ManifestFacts? Facts { get; set; }

        public string? Folder { get; set; }
    }
}
