using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the projects that a compilation references do to data: their summaries, by the ids of methods. Plain data: holds no symbol.</summary>
internal sealed class Neighbours
{
    public static readonly Neighbours None = new(ImmutableArray<(string, ImmutableArray<MethodSummary>)>.Empty);

    private readonly Dictionary<(string Assembly, string Id), MethodSummary> _byId = new();
    private readonly Dictionary<string, List<MethodSummary>> _byContract = new();
    private readonly HashSet<string> _assemblies = new();

    public Neighbours(IEnumerable<(string Assembly, ImmutableArray<MethodSummary> Summaries)> projects)
    {
        foreach (var (assembly, summaries) in projects)
        {
            foreach (var summary in summaries)
            {
                _assemblies.Add(assembly);
                _byId[(assembly, summary.Id)] = summary;
                foreach (var contract in summary.Contracts)
                {
                    if (!_byContract.TryGetValue(contract, out var list))
                        _byContract.Add(contract, list = new List<MethodSummary>());
                    list.Add(summary);
                }
            }
        }
    }

    public bool IsEmpty => _assemblies.Count == 0;

    /// <summary>The summary of a method itself; <see langword="null"/> where its project says nothing of it.</summary>
    public MethodSummary? Of(string assembly, string id) => _byId.TryGetValue((assembly, id), out var summary) ? summary : null;

    /// <summary>The methods that a call of a virtual or interface method may run.</summary>
    public IReadOnlyList<MethodSummary> Below(string contract) => _byContract.TryGetValue(contract, out var summaries) ? summaries : [];

    /// <summary>Rows under every name that code may call a summarised method by, for the search of names.</summary>
    public IEnumerable<ApiModel> Names() =>
        from summary in _byId.Values
        from id in summary.Contracts.Insert(0, summary.Id)
        let name = SummaryLibrary.NameOf(id)
        where name is not null
        from row in summary.Rows
        select new ApiModel(name, row.Role, row.LibraryInfo with { Namespaces = ImmutableArray.Create(SummaryLibrary.NamespaceOf(name)) }, row.Values);
}
