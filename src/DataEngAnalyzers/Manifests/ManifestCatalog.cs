using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Manifests;

/// <summary>
/// What the files of other tools say, as the build hands it over. A project without a facts file pays for nothing; with one, nothing is
/// read before the first question.
/// </summary>
internal sealed class ManifestCatalog
{
    private const string FileName = "dataeng.facts.tsv";

    private readonly Lazy<ManifestFacts> _facts;
    private readonly Lazy<ILookup<string, DeclaredDataset>> _byName;
    private readonly DataEngOptions _options;

    /// <param name="files">The additional files of the project.</param>
    /// <param name="options">The user's settings.</param>
    /// <param name="cache">What was read before.</param>
    public ManifestCatalog(ImmutableArray<AdditionalText> files, DataEngOptions options, FactsCache cache)
    {
        _options = options;
        var file = files.Where(IsFactsFile).OrderBy(candidate => candidate.Path, StringComparer.Ordinal).FirstOrDefault();
        IsEmpty = file is null;
        _facts = new Lazy<ManifestFacts>(() => file is null ? ManifestFacts.None : cache.Of(file, options.ProjectFolder, CancellationToken.None), LazyThreadSafetyMode.PublicationOnly);
        _byName = new Lazy<ILookup<string, DeclaredDataset>>(
            () => Facts.Datasets.ToLookup(dataset => DatasetLink.NameOf(dataset, options), StringComparer.OrdinalIgnoreCase), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>True where there is no facts file.</summary>
    public bool IsEmpty { get; }

    /// <summary>All of it.</summary>
    public ManifestFacts Facts => _facts.Value;

    /// <summary>The datasets of one role.</summary>
    public IEnumerable<DeclaredDataset> Of(DatasetRole role) => Facts.Datasets.Where(dataset => dataset.Role == role);

    /// <summary>What a tool says about a table; <see langword="null"/> unless exactly one dataset of the role is surely meant.</summary>
    public DeclaredDataset? Find(Dataset? table, DatasetRole role) => Sure(table, role).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The suites that are surely about a table; several may be, one for each level of warnings.</summary>
    public IEnumerable<DeclaredDataset> SuitesOf(Dataset table) => Sure(table, DatasetRole.GxSuite);

    private IEnumerable<DeclaredDataset> Sure(Dataset? table, DatasetRole role) =>
        Candidates(table, role).Where(declared => DatasetLink.IsSure(table!, declared) && !(role == DatasetRole.GxSuite && IsOfAnother(declared, table!)));

    // A suite called as several tables are is about one of them, and nobody knows which.
    private bool IsOfAnother(DeclaredDataset suite, Dataset table) =>
        DatasetLink.SchemaOf(table) is not null
        && string.Equals(DatasetLink.NameOf(suite, _options), table.LastPart, StringComparison.OrdinalIgnoreCase)
        && _byName.Value[table.LastPart].Any(other => other.Role != DatasetRole.GxSuite && !DatasetLink.IsPossible(table, other));

    /// <summary>True when a dataset of the role can be the table: own names agree, and nothing else contradicts.</summary>
    public bool MayHold(Dataset table, DatasetRole role) => Candidates(table, role).Any(declared => DatasetLink.IsPossible(table, declared));

    private IEnumerable<DeclaredDataset> Candidates(Dataset? table, DatasetRole role)
    {
        if (IsEmpty || table is not { Kind: DatasetKind.Table, HasHole: false, IsTemporary: false })
            return [];
        var names = role == DatasetRole.GxSuite ? DatasetLink.SuiteNamesOf(table) : [table.LastPart];
        return names.SelectMany(name => _byName.Value[name]).Where(declared => declared.Role == role).Distinct();
    }

    private static bool IsFactsFile(AdditionalText file) => file.Path.EndsWith(FileName, StringComparison.OrdinalIgnoreCase);
}
