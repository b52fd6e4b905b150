using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace DataEngAnalyzers.Package.Tests;

/// <summary>The package as this build made it.</summary>
internal sealed class Nupkg : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(Path);

    public static string Version { get; } = typeof(Nupkg).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "PackageVersion").Value!;

    /// <summary>The folder that serves as package source.</summary>
    public static string Folder { get; } = System.IO.Path.Combine(RepositoryFolder.Root, "build", "packages");

    private static string Path { get; } = System.IO.Path.Combine(Folder, $"DataEngAnalyzers.{Version}.nupkg");

    /// <summary>Names of the entries, without those of the packaging format itself.</summary>
    public string[] Entries => [.. _archive.Entries
        .Select(entry => entry.FullName)
        .Where(name => name is not "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    public byte[] Read(string entry)
    {
        using var stream = _archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The <c>metadata</c> element of the nuspec.</summary>
    public XElement Metadata()
    {
        using var stream = _archive.GetEntry("DataEngAnalyzers.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public void Dispose() => _archive.Dispose();
}
