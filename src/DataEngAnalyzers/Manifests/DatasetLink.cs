using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Manifests;

/// <summary>
/// Which table of the code a dataset of another tool's file is. Letters count without their case, as in the catalog: engines fold names
/// differently, and nobody tells two datasets apart by case alone.
/// </summary>
internal static class DatasetLink
{
    private static readonly string[] DefaultSchemas = ["public", "dbo", "main"];

    private static readonly string[] SuiteEndings = ["_suite", ".suite", "_expectations", ".expectations", "_expectation_suite", ".warning", ".critical", ".default"];

    /// <summary>The name under which a dataset is looked up: a table's own name, or what the user says a suite is about, else the suite's name without what only says that it is one.</summary>
    public static string NameOf(DeclaredDataset declared, DataEngOptions options)
    {
        if (!IsKnownByName(declared))
            return declared.Name;
        if (options.TableOfSuite(declared.Name) is { } table)
            return table;
        var ending = SuiteEndings.OrderByDescending(word => word.Length).FirstOrDefault(word => declared.Name.Length > word.Length && declared.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase));
        return ending is null ? declared.Name : declared.Name.Substring(0, declared.Name.Length - ending.Length);
    }

    /// <summary>What a suite about a table can be called: <c>orders</c>, <c>raw.orders</c>, <c>raw_orders</c>.</summary>
    public static IEnumerable<string> SuiteNamesOf(Dataset table)
    {
        yield return table.LastPart;
        if (SchemaOf(table) is { } schema)
        {
            yield return schema + "." + table.LastPart;
            yield return schema + "_" + table.LastPart;
        }
    }

    /// <summary>
    /// True when both surely mean one table: schemas agree, or the one that is not written is the engine's default. Where dbt builds a model
    /// is decided when it runs: its name counts, in a schema that somebody chose. The schema of a source that is not written is computed.
    /// </summary>
    public static bool IsSure(Dataset table, DeclaredDataset declared)
    {
        if (IsKnownByName(declared))
            return true;
        if (declared is { Role: DatasetRole.DbtModel, Schema: null })
            return SchemaOf(table) is { } named && !IsDefault(named);
        return (SchemaOf(table), declared.Schema) switch
        {
            (_, null) when declared.Role == DatasetRole.DbtSource => false,
            (null, null) => true,
            (null, var schema) => IsDefault(schema!),
            (var schema, null) => IsDefault(schema),
            var (one, other) => Same(one, other!) && !Contradict(DatabaseOf(table), declared.Database),
        };
    }

    /// <summary>True when nothing says that they are two tables.</summary>
    public static bool IsPossible(Dataset table, DeclaredDataset declared) =>
        IsKnownByName(declared) || (!Contradict(SchemaOf(table), declared.Schema) && !Contradict(DatabaseOf(table), declared.Database));

    /// <summary>The schema that a table's name gives; <see langword="null"/> when it gives none.</summary>
    public static string? SchemaOf(Dataset table) => PartOf(table, 2);

    /// <summary>True for a schema in which an engine looks first.</summary>
    public static bool IsDefault(string schema) => DefaultSchemas.Any(name => Same(name, schema));

    // Its name says it all, be it the suite's own or that of the table that it is tied to.
    private static bool IsKnownByName(DeclaredDataset declared) => declared is { Role: DatasetRole.GxSuite, Schema: null };

    private static string? DatabaseOf(Dataset table) => PartOf(table, 3);

    private static string? PartOf(Dataset table, int fromEnd) =>
        table.Name.Split('.') is { } parts && parts.Length >= fromEnd && parts[parts.Length - fromEnd] is { Length: > 0 } part ? part : null;

    private static bool Contradict(string? one, string? other) => one is not null && other is not null && !Same(one, other);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
