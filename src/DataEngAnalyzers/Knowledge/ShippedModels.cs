using System;
using System.Collections.Immutable;
using System.IO;
using System.Threading;

namespace DataEngAnalyzers.Knowledge;

/// <summary>The model files that ship inside this assembly; parsed once, on first use.</summary>
internal static class ShippedModels
{
    private const string Extension = ".models";

    private static readonly Lazy<ImmutableArray<ModelsFile>> Parsed = new(Parse, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The files in the order of their names.</summary>
    public static ImmutableArray<ModelsFile> Files => Parsed.Value;

    private static ImmutableArray<ModelsFile> Parse()
    {
        var assembly = typeof(ShippedModels).Assembly;
        var names = assembly.GetManifestResourceNames();
        Array.Sort(names, StringComparer.Ordinal);

        var files = ImmutableArray.CreateBuilder<ModelsFile>(names.Length);
        foreach (var name in names)
        {
            if (!name.EndsWith(Extension, StringComparison.Ordinal))
                continue;

            using var stream = assembly.GetManifestResourceStream(name);
            if (stream is null)
                continue;

            using var reader = new StreamReader(stream);
            files.Add(ModelsReader.Read(name, reader.ReadToEnd()));
        }

        return files.ToImmutable();
    }
}
