using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Knowledge;

/// <summary>
/// What the APIs a compilation can use mean to data: the shipped rows of the libraries it references, then the user's rows.
/// Immutable; holds no symbol.
/// </summary>
internal sealed class ApiCatalog
{
    private readonly Dictionary<string, ImmutableArray<ApiModel>> _rows;

    private readonly Func<ISymbol, ImmutableArray<ApiModel>> _further;

    private readonly HashSet<string> _assemblies;

    private ApiCatalog(Dictionary<string, ImmutableArray<ApiModel>> rows, DataNames names, Func<ISymbol, ImmutableArray<ApiModel>> further)
    {
        _rows = rows;
        Names = names;
        _further = further;
        _assemblies = new HashSet<string>(rows.Values.SelectMany(models => models).SelectMany(row => row.LibraryInfo.Assemblies), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>True for an assembly whose APIs rows tell of.</summary>
    public bool IsLibrary(IAssemblySymbol? assembly) => assembly is not null && _assemblies.Contains(assembly.Name);

    /// <summary>The names in source that may touch data.</summary>
    public DataNames Names { get; }

    /// <summary>
    /// Builds the catalog of <paramref name="compilation"/>. Later files override earlier ones id by id;
    /// <paramref name="userFiles"/> come after the shipped ones, in the order of their paths.
    /// </summary>
    public static ApiCatalog Create(Compilation compilation, ImmutableArray<ModelsFile> userFiles, CancellationToken cancellation) => Create(compilation, userFiles, [], cancellation);

    /// <inheritdoc cref="Create(Compilation, ImmutableArray{ModelsFile}, CancellationToken)"/>
    /// <param name="compilation">The code.</param>
    /// <param name="userFiles">The user's rows.</param>
    /// <param name="further">Rows that <see cref="With"/> will find: only their names count here.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ApiCatalog Create(Compilation compilation, ImmutableArray<ModelsFile> userFiles, IEnumerable<ApiModel> further, CancellationToken cancellation)
    {
        var referenced = ReferencedAssemblies(compilation);
        var byId = new Dictionary<string, List<ApiModel>>(StringComparer.Ordinal);
        foreach (var file in ShippedModels.Files)
            Overlay(byId, file, referenced);

        foreach (var file in userFiles.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path)))
        {
            cancellation.ThrowIfCancellationRequested();
            Overlay(byId, file, referenced);
        }

        return new ApiCatalog(Index(byId.Values), DataNames.Create(compilation, byId.Values.Append(further.ToList())), static _ => ImmutableArray<ApiModel>.Empty);
    }

    /// <summary>The same catalog that asks somebody else about symbols it does not know.</summary>
    public ApiCatalog With(Func<ISymbol, ImmutableArray<ApiModel>> further) => new(_rows, Names, further);

    /// <summary>Every row of a role, in no particular order.</summary>
    public IEnumerable<ApiModel> OfRole(ApiRole role)
    {
        foreach (var rows in _rows.Values)
        {
            foreach (var row in rows)
            {
                if (row.Role == role)
                    yield return row;
            }
        }
    }

    /// <summary>What <paramref name="symbol"/> means to data; null when no row knows it. The first row when it has several roles.</summary>
    public ApiModel? Find(ISymbol symbol) => FindAll(symbol) is [var first, ..] ? first : null;

    /// <summary>
    /// Every row of the symbol's nearest model: the row of the most derived type wins, among its rows the most precise one.
    /// Several rows are returned when that id has several roles.
    /// </summary>
    public ImmutableArray<ApiModel> FindAll(ISymbol? symbol) =>
        symbol is null ? ImmutableArray<ApiModel>.Empty : FindOwn(symbol) is { IsEmpty: false } found ? found : _further(symbol);

    private ImmutableArray<ApiModel> FindOwn(ISymbol symbol) => Definition(symbol) switch
    {
        INamedTypeSymbol type => FindType(type),
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } owner } constructor => FindUnder(owner.MetadataName, constructor),
        IPropertySymbol property => FindUnder(property.MetadataName, property),
        { } member => FindUnder(member.Name, member),
    };

    private static ISymbol Definition(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => property.OriginalDefinition,
        IMethodSymbol { ReducedFrom: { } unreduced } => unreduced.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    private ImmutableArray<ApiModel> FindType(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (FindUnder(current.OriginalDefinition.MetadataName, current.OriginalDefinition) is { IsEmpty: false } found)
                return found;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (FindUnder(implemented.OriginalDefinition.MetadataName, implemented.OriginalDefinition) is { IsEmpty: false } found)
                return found;
        }

        return ImmutableArray<ApiModel>.Empty;
    }

    private ImmutableArray<ApiModel> FindUnder(string key, ISymbol symbol)
    {
        if (!_rows.TryGetValue(key, out var candidates))
            return ImmutableArray<ApiModel>.Empty;

        ApiModel? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = candidate.SymbolName.Distance(symbol);
            if (distance < 0 || distance > bestDistance)
                continue;

            if (best is null || distance < bestDistance || candidate.SymbolName.Precision > best.SymbolName.Precision)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best is null ? ImmutableArray<ApiModel>.Empty : candidates.RemoveAll(row => row.Id != best.Id);
    }

    private static HashSet<string> ReferencedAssemblies(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var identity in compilation.ReferencedAssemblyNames)
            names.Add(identity.Name);
        if (compilation.AssemblyName is { } own)
            names.Add(own);
        return names;
    }

    private static void Overlay(Dictionary<string, List<ApiModel>> byId, ModelsFile file, HashSet<string> referenced)
    {
        foreach (var id in file.Removed)
            byId.Remove(id);

        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in file.Rows)
        {
            if (!IsReferenced(row.LibraryInfo, referenced))
                continue;

            if (own.Add(row.Id))
                byId[row.Id] = [];
            byId[row.Id].Add(row);
        }
    }

    private static bool IsReferenced(ApiLibrary library, HashSet<string> referenced)
    {
        foreach (var assembly in library.Assemblies)
        {
            if (referenced.Contains(assembly))
                return true;
        }

        return library.Assemblies.IsEmpty;
    }

    private static Dictionary<string, ImmutableArray<ApiModel>> Index(IEnumerable<List<ApiModel>> models)
    {
        var builders = new Dictionary<string, ImmutableArray<ApiModel>.Builder>(StringComparer.Ordinal);
        foreach (var rows in models)
        {
            var key = rows[0].SymbolName.LookupKey;
            if (!builders.TryGetValue(key, out var builder))
                builders.Add(key, builder = ImmutableArray.CreateBuilder<ApiModel>());
            builder.AddRange(rows);
        }

        var index = new Dictionary<string, ImmutableArray<ApiModel>>(builders.Count, StringComparer.Ordinal);
        foreach (var builder in builders)
            index.Add(builder.Key, builder.Value.ToImmutable());
        return index;
    }
}
