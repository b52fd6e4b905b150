using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests;

/// <summary>Writes the facts file that the compiler is handed: a line a fact, in an order that only the files decide.</summary>
internal sealed class FactsWriter
{
    private readonly TextWriter _writer;
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private int _datasets;
    private int _stages;

    private FactsWriter(TextWriter writer) => _writer = writer;

    /// <summary>The facts of files that say anything.</summary>
    public static string Write(IEnumerable<FileFacts> files)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        new FactsWriter(text).WriteAll(Telling(files.ToList()).OrderBy(file => file.Path, StringComparer.Ordinal).ToList());
        return text.ToString();
    }

    // A file that says nothing itself may be where another's column stands.
    private static IEnumerable<FileFacts> Telling(List<FileFacts> files)
    {
        var datasets = files.SelectMany(file => file.Datasets).ToList();
        var named = new HashSet<string>(
            datasets.SelectMany(dataset => dataset.Columns).Select(column => column.File ?? string.Empty).Concat(datasets.SelectMany(dataset => dataset.Removed).Select(removed => removed.File)),
            StringComparer.Ordinal);
        return files.Where(file => !file.IsEmpty || named.Contains(file.Path));
    }

    private void WriteAll(List<FileFacts> files)
    {
        Line("dataeng-facts", "1");
        foreach (var file in files)
            Line("file", FileOf(file.Path), file.Path, file.Tool);
        foreach (var file in files)
        {
            var number = FileOf(file.Path);
            foreach (var problem in file.Problems.OrderBy(problem => problem.Spot))
                Line("problem", number, problem.Spot, problem.Message);
            foreach (var dataset in file.Datasets.OrderBy(dataset => dataset.Spot))
                Write(dataset, number);
            foreach (var stage in file.Stages.OrderBy(stage => stage.Spot))
                Write(stage, number);
            foreach (var defect in file.Tree.OrderBy(defect => defect.Spot))
                Line("tree", number, defect.Spot, defect.Kind, defect.Revision, defect.Detail);
            foreach (var operation in file.Operations.OrderBy(operation => operation.Spot))
                Line("op", number, operation.Spot, operation.Kind, operation.Schema, operation.Table, operation.Column, Text(operation.Details), operation.Revision);
            foreach (var filter in file.Filters.OrderBy(filter => filter.Spot))
                Line("jq", number, filter.Spot, filter.PathOrOperator, filter.Detail, filter.PayloadType);
            foreach (var sample in file.Samples)
            {
                Line("sample", number, sample.TypeName);
                foreach (var value in sample.Values)
                    Line("value", number, value.Spot, value.Pointer, value.Kind);
            }
        }
    }

    private void Write(DatasetFact dataset, string file)
    {
        var id = Number(++_datasets);
        Line("dataset", id, file, dataset.Spot, dataset.Role, dataset.Database, dataset.Schema, dataset.Name, Text(dataset.Details));
        foreach (var column in dataset.Columns)
        {
            Line(
                "column",
                id,
                column.Spot,
                column.Name,
                column.Type,
                column.Family.ToString().ToLowerInvariant(),
                column.Nullable switch { true => "yes", false => "no", null => "?" },
                column.File is { } other && FileOf(other) != file ? FileOf(other) : string.Empty);
        }

        foreach (var check in dataset.Checks)
            Line(["check", id, check.Spot, check.Kind, string.Join(",", check.Columns.Select(Listed)), .. check.Arguments]);
        foreach (var removed in dataset.Removed)
            Line("removed", id, removed.Spot, removed.Column, removed.Revision, removed.NewName, FileOf(removed.File));
    }

    private void Write(StageFact stage, string file)
    {
        var id = Number(++_stages);
        Line("stage", id, file, stage.Spot, stage.Name, stage.Command, stage.WorkingFolder, Text(stage.Details));
        foreach (var path in stage.Paths)
            Line("path", id, path.Spot, path.Kind, path.Path, Text(path.Details));
        foreach (var parameter in stage.Parameters)
            Line("param", id, parameter.Spot, parameter.File, parameter.Key);
    }

    private string FileOf(string path)
    {
        if (!_files.TryGetValue(path, out var number))
            _files.Add(path, number = Number(_files.Count + 1));
        return number;
    }

    private void Line(params object[] fields)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (index > 0)
                _writer.Write('\t');
            if (fields[index] is Spot spot)
                _writer.Write($"{Number(spot.Line)}\t{Number(spot.Column)}");
            else
                Put((string)fields[index]);
        }

        _writer.Write('\n');
    }

    private void Put(string text)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case '\\':
                    _writer.Write(@"\\");
                    break;
                case '\t':
                    _writer.Write(@"\t");
                    break;
                case '\n':
                    _writer.Write(@"\n");
                    break;
                case '\r':
                    _writer.Write(@"\r");
                    break;
                default:
                    _writer.Write(character);
                    break;
            }
        }
    }

    private static string Text(Details details) =>
        string.Join(";", details.Select(detail => detail.Key + "=" + Escaped(detail.Value, '%', ';', '=')));

    private static string Listed(string name) => Escaped(name, '%', ',');

    private static string Escaped(string text, params char[] marks)
    {
        if (text.IndexOfAny(marks) < 0)
            return text;
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            if (Array.IndexOf(marks, character) < 0)
                escaped.Append(character);
            else
                escaped.Append('%').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
