using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.Hosting;

/// <summary>
/// What the projects that a project references do to data. A build hands over assemblies, which carry their summaries; an editor hands
/// over the compilations of the other projects, which are summarised here, each by its own models of its own trees.
/// </summary>
internal sealed class ProjectReferences
{
    private readonly AnalyzerConfigOptions _options;
    private readonly ImmutableArray<AdditionalText> _files;
    private readonly HostCache _cache;

    /// <param name="options">The settings of the project that asks: an editor does not tell those of the others.</param>
    /// <param name="files">Its additional files.</param>
    /// <param name="cache">What was read before.</param>
    public ProjectReferences(AnalyzerConfigOptions options, ImmutableArray<AdditionalText> files, HostCache cache)
    {
        _options = options;
        _files = files;
        _cache = cache;
    }

    public Neighbours Of(Compilation compilation, CancellationToken cancellation)
    {
        var found = new List<(string, ImmutableArray<MethodSummary>)>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            var summaries = compilation.GetMetadataReference(assembly) is CompilationReference { Compilation: var project } ? OfProject(project, cancellation) : MetadataSummaries.Of(assembly);
            if (!summaries.IsEmpty)
                found.Add((assembly.Name, summaries));
        }

        return new Neighbours(found);
    }

    private ImmutableArray<MethodSummary> OfProject(Compilation project, CancellationToken cancellation)
    {
        var settings = DataEngOptions.From(_options);
        if (!settings.EmitsFacts || project is not CSharpCompilation)
            return ImmutableArray<MethodSummary>.Empty;

        var slot = _cache.SummariesOf(project, settings);
        lock (slot)
        {
            return slot.Summaries ??= PipelineContexts.Create(project, _options, _files, _cache, cancellation) is { } context
                ? Summarizer.Of(context, cancellation)
                : ImmutableArray<MethodSummary>.Empty;
        }
    }
}
