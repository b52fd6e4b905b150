using System;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Catalog;

/// <summary>The name of a table as its engine sees it.</summary>
internal sealed class TableName
{
    private readonly string? _foldedSchema;

    private TableName(string? schema, string name, string? foldedSchema, string foldedName)
    {
        Schema = schema;
        Name = name;
        _foldedSchema = foldedSchema;
        FoldedName = foldedName;
    }

    /// <summary>The schema as written; <see langword="null"/> when none is given.</summary>
    public string? Schema { get; }

    /// <summary>The table's own name as written.</summary>
    public string Name { get; }

    /// <summary>The own name in the form in which the engine compares it.</summary>
    public string FoldedName { get; }

    /// <summary>Schema and name as people write them.</summary>
    public string Text => Schema is null ? Name : Schema + "." + Name;

    /// <summary>A name in SQL.</summary>
    public static TableName Of(SqlName name, SqlDialect dialect) => new(
        name.Parts.Length > 1 && name.Parts[name.Parts.Length - 2] is { Length: > 0 } schema ? schema : null,
        name.Last,
        SqlFolding.Schema(name, dialect),
        SqlFolding.Last(name, dialect));

    /// <summary>A name that a library puts into quotes.</summary>
    public static TableName Quoted(string? schema, string name, SqlDialect dialect) => new(
        schema,
        name,
        schema is null ? null : SqlFolding.Fold(schema, isQuoted: true, dialect),
        SqlFolding.Fold(name, isQuoted: true, dialect));

    /// <summary>The same table under another name; without a schema of its own it stays in its schema.</summary>
    public TableName RenamedTo(TableName other) =>
        other.Schema is null ? new TableName(Schema, other.Name, _foldedSchema, other.FoldedName) : other;

    /// <summary>True when both can mean the same table: a schema that only one of them gives does not contradict.</summary>
    public bool Meets(TableName other) =>
        FoldedName == other.FoldedName && (_foldedSchema is null || other._foldedSchema is null || _foldedSchema == other._foldedSchema);

    /// <summary>True when both name it alike, schema and all.</summary>
    public bool Is(TableName other) => FoldedName == other.FoldedName && _foldedSchema == other._foldedSchema;

    /// <summary>True when it lies where a name without a schema is looked for first.</summary>
    public bool IsInDefaultSchema => Schema is null
        || string.Equals(Schema, "dbo", StringComparison.OrdinalIgnoreCase)
        || string.Equals(Schema, "public", StringComparison.OrdinalIgnoreCase)
        || string.Equals(Schema, "main", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Text;
}
