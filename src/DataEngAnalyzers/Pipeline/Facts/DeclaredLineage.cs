using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What an attribute says a stage reads and writes, and what the code shows.</summary>
/// <param name="Declared">Names that are declared and that the code does not touch.</param>
/// <param name="Missing">Names that the code touches and that are not declared.</param>
/// <param name="AreWritten">They are written, not read.</param>
/// <param name="Operation">The operation that touches the first missing one, else the first of its kind.</param>
internal sealed record LineageGap(ImmutableArray<string> Declared, ImmutableArray<string> Missing, bool AreWritten, DataOperation Operation);

/// <summary>Compares declared lineage with the code, where every dataset of the stage has a name.</summary>
internal static class DeclaredLineage
{
    /// <summary>Where the declaration and the code differ; nothing where the code does not tell all.</summary>
    public static IEnumerable<LineageGap> LineageGaps(this Stage stage)
    {
        if (Attributes.Find(stage.Root, Attributes.DataLineage) is not { } declaration || stage.Operations.Any(IsOutOfSight))
            yield break;

        var writes = stage.Writes.Where(write => !write.Around.InHandler).ToList();
        if (Gap(stage, NamesOf(declaration, "Outputs"), writes, write => [write.Dataset], areWritten: true) is { } outputs)
            yield return outputs;
        var reads = stage.Reads.Where(read => !read.Around.InHandler).Concat(writes.Where(write => write.Statement is { Sources.IsEmpty: false })).ToList();
        if (Gap(stage, NamesOf(declaration, "Inputs"), reads, InputsOf, areWritten: false) is { } inputs)
            yield return inputs;
    }

    private static LineageGap? Gap(Stage stage, ImmutableArray<string> declared, List<DataOperation> operations, Func<DataOperation, IEnumerable<Dataset?>> datasetsOf, bool areWritten)
    {
        if (declared.IsDefault || operations.Count == 0)
            return null;

        var touched = operations.SelectMany(operation => datasetsOf(operation).Select(dataset => (Operation: operation, Dataset: dataset))).ToList();
        if (touched.Any(touch => touch.Dataset is null or { HasHole: true }))
            return null;

        var own = touched.Where(touch => !(areWritten ? stage.IsTransient(touch.Dataset!) : touch.Dataset!.IsTemporary) && !touch.Dataset!.IsHistory()).ToList();
        var idle = declared.Where(name => !touched.Any(touch => Means(name, touch.Dataset!))).ToImmutableArray();
        var missing = own.Where(touch => !declared.Any(name => Means(name, touch.Dataset!)) && (areWritten || !IsWritten(stage, touch.Dataset!))).ToList();

        // A name too many may be what a callee out of sight touches; a name instead of another is plain.
        return missing.Count == 0 || idle.IsEmpty ? null : new LineageGap(idle, missing.Select(touch => touch.Dataset!.Name).Distinct().ToImmutableArray(), areWritten, missing[0].Operation);
    }

    private static bool IsOutOfSight(DataOperation operation) =>
        operation.Action == DataAction.Other && operation.Statement is null or { Kind: SqlStatementKind.Unknown or SqlStatementKind.Call };

    private static bool IsWritten(Stage stage, Dataset dataset) => stage.Writes.Any(write => dataset.Matches(write.Dataset));

    private static IEnumerable<Dataset?> InputsOf(DataOperation operation) => operation is { Statement: { } statement, Text: { } text }
        ? statement.Sources.Select(source => (Dataset?)SqlReading.DatasetOf(source, text))
        : operation.Action == DataAction.Read ? [operation.Dataset] : [];

    // orders.csv and /landing/orders.csv, fact_sales and shop.public.fact_sales.
    private static bool Means(string name, Dataset dataset)
    {
        if (dataset.Kind is DatasetKind.File or DatasetKind.Blob)
            return string.Equals(LastOf(name, '/', '\\'), LastOf(dataset.Name, '/', '\\'), StringComparison.OrdinalIgnoreCase);
        return string.Equals(name, dataset.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(LastOf(name, '.', '/'), LastOf(dataset.Name, '.', '/'), StringComparison.OrdinalIgnoreCase);
    }

    private static string LastOf(string name, params char[] separators) => name.Substring(name.LastIndexOfAny(separators) + 1);

    private static ImmutableArray<string> NamesOf(AttributeData declaration, string key)
    {
        var argument = declaration.NamedArguments.FirstOrDefault(argument => argument.Key == key).Value;
        return argument.Kind == TypedConstantKind.Array && !argument.IsNull
            ? argument.Values.Select(value => value.Value as string).OfType<string>().ToImmutableArray()
            : default;
    }
}
