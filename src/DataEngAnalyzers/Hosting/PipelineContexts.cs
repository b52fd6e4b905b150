using System.Collections.Immutable;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.Hosting;

/// <summary>Puts together what all stages of a compilation share, from the compilation and the project's settings and files.</summary>
internal static class PipelineContexts
{
    /// <returns>The context; <see langword="null"/> where the project has switched the analysis off.</returns>
    public static PipelineContext? Create(Compilation compilation, AnalyzerOptions options, HostCache cache, CancellationToken cancellation) =>
        Create(compilation, ProjectSettings.Of(compilation, options.AnalyzerConfigOptionsProvider), options.AdditionalFiles, cache, cancellation);

    /// <inheritdoc cref="Create(Compilation, AnalyzerOptions, HostCache, CancellationToken)"/>
    public static PipelineContext? Create(Compilation compilation, AnalyzerConfigOptions options, ImmutableArray<AdditionalText> files, HostCache cache, CancellationToken cancellation)
    {
        var settings = DataEngOptions.From(options);
        if (settings.Mode == Mode.None)
            return null;

        var neighbours = new ProjectReferences(options, files, cache).Of(compilation, cancellation);
        var apis = ApiCatalog.Create(compilation, UserModels.Read(files, cancellation), neighbours.Names(), cancellation);
        return new PipelineContext(compilation, apis, settings, files, cache.Sketches, neighbours, cache.Facts);
    }
}
