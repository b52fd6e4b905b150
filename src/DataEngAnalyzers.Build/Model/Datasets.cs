using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model.Facts;

namespace DataEngAnalyzers.Build.Model;

/// <summary>Joins what the stages of all projects know of each dataset.</summary>
internal static class Datasets
{
    public static IReadOnlyList<Dataset> Of(IReadOnlyList<KnownStage> stages, IReadOnlyList<Finding> findings)
    {
        var known = new SortedDictionary<string, Known>(StringComparer.Ordinal);
        Known Get(DatasetName name) => known.TryGetValue(name.Id, out var dataset) ? dataset : known[name.Id] = new Known(name);

        foreach (var (id, facts, _) in stages)
        {
            foreach (var input in facts.Inputs)
                Get(input.Dataset).Read(id, input);
            foreach (var output in facts.Outputs)
                Get(output.Dataset).Write(id, output);
            foreach (var origin in facts.Outputs.SelectMany(output => output.From.Concat(output.Columns.SelectMany(column => column.From))))
            {
                if (origin.Dataset is { } dataset)
                    Get(dataset).Columns.Add(origin.Column, null, null);
            }
        }

        // What declares the shape comes last: it only completes datasets that some stage uses.
        foreach (var table in stages.SelectMany(stage => stage.Facts.Tables))
        {
            if (known.TryGetValue(table.Dataset.Id, out var dataset))
                dataset.Declare(table);
        }

        var byDataset = findings.SelectMany(finding => finding.Datasets.Select(dataset => (dataset, finding.Id))).ToLookup(pair => pair.dataset, pair => pair.Id, StringComparer.Ordinal);
        return known.Values.Select(dataset => dataset.ToDataset(byDataset[dataset.Name.Id].ToList())).ToList();
    }

    /// <summary>A dataset under construction.</summary>
    private sealed class Known
    {
        private readonly SortedSet<(string Stage, string Mode, bool Validated)> _writers = [];
        private readonly SortedDictionary<string, bool> _readers = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _contract = new(StringComparer.Ordinal);
        private IReadOnlyList<string> _declaredKey = [];
        private IReadOnlyList<string> _writtenKey = [];

        public Known(DatasetName name) => Name = name;

        public DatasetName Name { get; }

        public ColumnUnion Columns { get; } = new();

        public void Read(string stage, InputFacts input)
        {
            _readers[stage] = input.Validated;
            foreach (var column in input.Columns)
                Columns.Add(column.Name, column.Type, null);
        }

        public void Write(string stage, OutputFacts output)
        {
            _writers.Add((stage, output.Mode, output.Validated));
            _writtenKey = Better(output.Key, _writtenKey);
            foreach (var column in output.Columns)
                Columns.Add(column.Name, column.Type, null);
        }

        public void Declare(TableFacts table)
        {
            _declaredKey = Better(table.Key, _declaredKey);
            foreach (var column in table.Columns)
            {
                Columns.Declare(column);
                if (column.From is { } from)
                    _contract.Add(from);
            }
        }

        public Dataset ToDataset(IReadOnlyList<string> findings)
        {
            var key = _declaredKey.Count > 0 ? _declaredKey : _writtenKey;
            return new Dataset(
                Name.Id,
                Name.Kind,
                Name.IsLocal,
                Name.Namespace,
                Name.Name,
                _writers.Select(writer => new Writer(writer.Stage, writer.Mode, writer.Validated)).ToList(),
                _readers.Select(reader => new Reader(reader.Key, reader.Value)).ToList(),
                key,
                _contract.ToList(),
                Columns.ToSorted(key),
                findings);
        }

        // Whatever order the stages come in, the same one of two keys stays.
        private static IReadOnlyList<string> Better(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
            other.Count == 0 || (one.Count > 0 && string.CompareOrdinal(string.Join(",", one), string.Join(",", other)) < 0) ? one : other;
    }
}
