using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>What kind of text says how a table is shaped.</summary>
internal enum FactSource
{
    /// <summary>The user's <c>dataeng.key.&lt;table&gt;</c>.</summary>
    Option,

    /// <summary>The entity model: attributes, conventions and fluent calls.</summary>
    EntityModel,

    /// <summary>The model that the last migration left behind.</summary>
    Snapshot,

    /// <summary>Migrations in C#, in the order of their ids.</summary>
    Migrations,

    /// <summary><c>*.sql</c> files, in the order of their versions.</summary>
    Scripts,

    /// <summary>CREATE TABLE, ALTER TABLE or CREATE UNIQUE INDEX in a string of the code.</summary>
    Code,

    /// <summary>Revisions of Alembic.</summary>
    Revisions,
}

/// <summary>Where a fact about a table was found.</summary>
/// <param name="Source">In what.</param>
/// <param name="Where">The line that says so; no place for an option.</param>
internal readonly record struct FactOrigin(FactSource Source, Location Where);
