using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DataEngAnalyzers.Build.Emit.Dbt;

/// <summary>Sources for dbt: the tables that C# writes, with the tests that its declarations amount to.</summary>
internal sealed class DbtSources
{
    public const string Path = "_dataeng__sources.yml";

    private static readonly string[] Header =
    [
        "# The tables that C# code writes, as the code declares them; DataEngAnalyzers writes this file (-p:DataEngEmit=dbt).",
        "# Edit what you like, for instance config: an entry that is no longer as it was written stays as you leave it.",
    ];

    private static readonly Regex Plain = new(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    private readonly DbtVersion _version;
    private readonly Freshness? _freshness;

    public DbtSources(DbtVersion version, Freshness? freshness)
    {
        _version = version;
        _freshness = freshness;
    }

    /// <summary>Whether dbt can name the table: it needs a schema, and takes braces for a template.</summary>
    public static bool Takes(TableContract table) => table.Id.Schema is not null
        && !IsTemplate(table.Id.Table) && !IsTemplate(table.Id.Schema) && !IsTemplate(table.Id.Database);

    /// <summary>By dataset, the names under which models refer to tables.</summary>
    public static IReadOnlyDictionary<string, (string Source, string Table)> NamesOf(IReadOnlyList<TableContract> tables)
    {
        var sources = UniqueNames.Of(tables.Select(SourceOf), source => tables.First(table => SourceOf(table) == source).Id.Group);
        return tables
            .GroupBy(SourceOf, StringComparer.Ordinal)
            .SelectMany(group =>
            {
                var names = UniqueNames.Of(group.Select(table => table.Id.Table), NameOf);
                return group.Select(table => (table.Dataset.Id, Name: (sources[group.Key], names[table.Id.Table])));
            })
            .ToDictionary(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);
    }

    /// <summary>The file.</summary>
    /// <param name="tables">Those that dbt takes; at least one.</param>
    public EmittedFile Write(IReadOnlyList<TableContract> tables)
    {
        var names = NamesOf(tables);
        var lines = new List<string> { "version: 2", "sources:" };
        foreach (var source in tables.GroupBy(table => names[table.Dataset.Id].Source, StringComparer.Ordinal).OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            lines.AddRange(Yaml.Item("  ", Named(source.Key, source.First())));
            lines.Add("    tables:");
            foreach (var table in source.OrderBy(table => names[table.Dataset.Id].Table, StringComparer.Ordinal))
            {
                var item = Yaml.Item("      ", TableOf(table, names[table.Dataset.Id].Table)).ToList();
                lines.Add("      " + MarkedText.Mark($"{source.Key}.{names[table.Dataset.Id].Table}", item));
                lines.AddRange(item);
            }
        }

        return new EmittedFile(Path, MarkedText.Write(Header, lines), MarkedMerge.Of);
    }

    private static Dictionary<string, object> Named(string name, TableContract table)
    {
        var source = new Dictionary<string, object> { ["name"] = name };
        if (table.Id.Database is { } database)
            source["database"] = database;
        source["schema"] = table.Id.Schema!;
        return source;
    }

    private Dictionary<string, object> TableOf(TableContract table, string name)
    {
        var item = new Dictionary<string, object> { ["name"] = name };
        if (name != table.Id.Table)
            item["identifier"] = table.Id.Table;
        item["description"] = "Written by " + string.Join(", ", table.Writers);
        if (IsQuotedBySnowflake(table, table.Id.Table))
            item["quoting"] = new Dictionary<string, object> { ["identifier"] = true };

        var settings = new Dictionary<string, object>();
        if (table.LoadedAt is { } loadedAt && IsTimestamp(table, loadedAt))
        {
            settings["loaded_at_field"] = loadedAt;
            if (_freshness is not null && table.IsScheduled)
                settings["freshness"] = _freshness.ToYaml();
        }

        _version.Configure(item, settings);
        var columns = table.Columns.Where(column => !IsTemplate(column.Name)).Select(column => ColumnOf(table, column)).ToList();
        if (columns.Count > 0)
            item["columns"] = columns;
        return item;
    }

    private Dictionary<string, object> ColumnOf(TableContract table, ContractColumn column)
    {
        var item = new Dictionary<string, object> { ["name"] = column.Name };
        if (ColumnType.InSql(column.Type, table.Id.Engine) is { } type && !IsTemplate(type))
            item["data_type"] = type;
        if (!Plain.IsMatch(column.Name) || (table.Id.Engine == "postgres" && column.Name.Any(char.IsUpper)) || IsQuotedBySnowflake(table, column.Name))
            item["quote"] = true;
        var tests = TestsOf(table, column).ToList();
        if (tests.Count > 0)
            item[_version.Tests] = tests;
        return item;
    }

    private IEnumerable<object> TestsOf(TableContract table, ContractColumn column)
    {
        if (column.Nullable == false)
            yield return "not_null";
        if (table.Key is [var key] && string.Equals(key, column.Name, StringComparison.OrdinalIgnoreCase))
            yield return "unique";
        if (column.Limits.Accepted.Count > 0 && !column.Limits.Accepted.Any(IsTemplate))
            yield return _version.Test("accepted_values", new Dictionary<string, object> { ["values"] = column.Limits.Accepted });
    }

    private static string SourceOf(TableContract table) => $"{table.Dataset.Namespace}/{table.Id.Database}.{table.Id.Schema}";

    private static string NameOf(string table) => Plain.IsMatch(table) ? table : TableId.Identifier(table);

    // dbt quotes names for all engines but Snowflake, which takes what is not quoted for upper case.
    private static bool IsQuotedBySnowflake(TableContract table, string name) =>
        table.Id.Engine == "snowflake" && (!Plain.IsMatch(name) || name.Any(char.IsLower));

    private static bool IsTimestamp(TableContract table, string name) =>
        table.Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)) is { } column
        && Plain.IsMatch(column.Name)
        && (column.Type is null || ColumnType.Parse(column.Type).Kind is TypeKind.Timestamp or TypeKind.TimestampTz);

    private static bool IsTemplate(string? text) => text is not null && (text.Contains("{{") || text.Contains("{%") || text.Contains("{#"));
}
