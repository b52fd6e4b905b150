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
    public static PipelineContext? Create(Compilation compilation, AnalyzerOptions options, FileSketch.Cache sketches, CancellationToken cancellation)
    {
        var settings = DataEngOptions.From(ProjectSettings.Of(compilation, options.AnalyzerConfigOptionsProvider));
        if (settings.Mode == Mode.None)
            return null;

        var apis = ApiCatalog.Create(compilation, UserModels.Read(options.AdditionalFiles, cancellation), cancellation);
        return new PipelineContext(compilation, apis, settings, options.AdditionalFiles, sketches);
    }
}
