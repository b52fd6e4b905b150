using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Hosting;

/// <summary>What a host reads once and keeps while the code it was read from lives: nothing here keeps a tree or a compilation alive.</summary>
internal sealed class HostCache
{
    private readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, Slot>> _summaries = new();

    /// <summary>The syntax of files.</summary>
    public FileSketch.Cache Sketches { get; } = new();

    /// <summary>What the files of other tools say.</summary>
    public FactsCache Facts { get; } = new();

    /// <summary>Room for the summaries of a project, as it is read under some settings.</summary>
    public Slot SummariesOf(Compilation project, DataEngOptions settings) =>
        _summaries.GetValue(project, static _ => new ConcurrentDictionary<string, Slot>()).GetOrAdd(settings.Fingerprint, static _ => new Slot());

    /// <summary>Room for summaries; a cancelled reading leaves it empty for the next who asks.</summary>
    internal sealed class Slot
    {
        public ImmutableArray<MethodSummary>? Summaries { get; set; }
    }
}
