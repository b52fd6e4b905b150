using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Manifests;

/// <summary>A dataset while the lines about it are read.</summary>
internal sealed class DatasetDraft
{
    private readonly DeclaredDataset _dataset;
    private readonly ImmutableArray<DeclaredColumn>.Builder _columns = ImmutableArray.CreateBuilder<DeclaredColumn>();
    private readonly ImmutableArray<DeclaredCheck>.Builder _checks = ImmutableArray.CreateBuilder<DeclaredCheck>();
    private readonly ImmutableArray<RemovedColumn>.Builder _removed = ImmutableArray.CreateBuilder<RemovedColumn>();

    public DatasetDraft(FactsLine line, ManifestPlace place) =>
        _dataset = new DeclaredDataset(line.Word(5, FactsWords.Roles), line[8], place)
        {
            Database = line.Optional(6),
            Schema = line.Optional(7),
            Values = ManifestValues.Of(line[9]),
        };

    /// <summary>Takes a line about the dataset.</summary>
    public void Add(FactsLine line, IReadOnlyDictionary<int, ManifestFile> files)
    {
        var place = new ManifestPlace(_dataset.Place.File, line.Number(2), line.Number(3));
        ManifestPlace In(int field) => files.TryGetValue(line.Number(field), out var file) ? place with { File = file } : place;
        if (line.Kind == "column")
            _columns.Add(new DeclaredColumn(line[4], In(8)) { Type = line.Optional(5), Family = line.Word(6, FactsWords.Families), IsNullable = line[7] switch { "yes" => true, "no" => false, _ => null } });
        else if (line.Kind == "check")
            _checks.Add(new DeclaredCheck(line.Word(4, FactsWords.Checks), Names(line[5]), line.From(6).ToImmutableArray(), place));
        else
            _removed.Add(new RemovedColumn(line[4], line[5], line.Optional(6), In(7)));
    }

    public DeclaredDataset Dataset() => WithSchema(_dataset) with { Columns = _columns.ToImmutable(), Checks = _checks.ToImmutable(), Removed = _removed.ToImmutable() };

    // A suite that is tied to a table is called as the table is, schema and all.
    private static DeclaredDataset WithSchema(DeclaredDataset dataset) =>
        dataset is { Role: DatasetRole.GxSuite, Schema: null } && dataset.Values.Is("linked") && dataset.Name.Split('.') is { Length: > 1 } parts
            ? dataset with { Schema = parts[parts.Length - 2], Name = parts[parts.Length - 1] }
            : dataset;

    private static ImmutableArray<string> Names(string list) => list.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(ManifestValues.Decoded).ToImmutableArray();
}
