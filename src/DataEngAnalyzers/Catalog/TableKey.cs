using System.Collections.Immutable;

namespace DataEngAnalyzers.Catalog;

/// <summary>Where a key was found.</summary>
internal enum KeyOrigin
{
    /// <summary>The user's <c>dataeng.key.&lt;table&gt;</c>.</summary>
    Option,

    /// <summary>The entity model: attributes, conventions and fluent calls.</summary>
    EntityModel,

    /// <summary>CREATE TABLE, ALTER TABLE or CREATE UNIQUE INDEX, in the code or in a <c>*.sql</c> file.</summary>
    Ddl,
}

/// <summary>Columns that no two rows of a table share.</summary>
/// <param name="Columns">In the order of the key.</param>
/// <param name="Origin">Where the fact comes from.</param>
internal sealed record TableKey(ImmutableArray<string> Columns, KeyOrigin Origin);
