using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Hosting;

/// <summary>The user's <c>*.dataeng.models</c> additional files.</summary>
internal static class UserModels
{
    private const string Suffix = ".dataeng.models";

    public static bool IsModelFile(AdditionalText file) => file.Path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads them in the order of their paths; a file that cannot be read is left out.</summary>
    public static ImmutableArray<ModelsFile> Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation) => files
        .Where(IsModelFile)
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => Read(file, cancellation))
        .OfType<ModelsFile>()
        .ToImmutableArray();

    public static ModelsFile? Read(AdditionalText file, CancellationToken cancellation) =>
        file.GetText(cancellation) is { } text ? ModelsReader.Read(file.Path, text.ToString()) : null;
}
