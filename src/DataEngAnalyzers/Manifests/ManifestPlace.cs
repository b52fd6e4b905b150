using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Manifests;

/// <summary>A place in another tool's file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct ManifestPlace(ManifestFile File, int Line, int Column)
{
    /// <summary>The place as a diagnostic shows it; the file is none of the compilation's, so it has lines and no offsets.</summary>
    public Location ToLocation()
    {
        var position = new LinePosition(Math.Max(Line - 1, 0), Math.Max(Column - 1, 0));
        return Location.Create(File.Path, default, new LinePositionSpan(position, position));
    }

    /// <summary>File and line, for messages.</summary>
    public override string ToString() => $"{File.ShortName}:{Line}";
}
