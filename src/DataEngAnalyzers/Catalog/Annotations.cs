using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>
/// What a database provider notes on a schema change, behind the call: <c>.Annotation("SqlServer:Identity", "1, 1")</c>. The words before
/// the colon are the provider's.
/// </summary>
internal static class Annotations
{
    /// <summary>PostgreSQL builds the index while others write.</summary>
    public const string Concurrently = "Npgsql:CreatedConcurrently";

    private static readonly Dictionary<string, SqlDialect> Providers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Npgsql"] = SqlDialect.PostgreSql,
        ["SqlServer"] = SqlDialect.TSql,
        ["Sqlite"] = SqlDialect.Sqlite,
        ["MySql"] = SqlDialect.MySql,
        ["Oracle"] = SqlDialect.Oracle,
    };

    /// <summary>The database makes the value of the column.</summary>
    public static bool MarkGenerated(IOperation call) => Of(call).Any(name =>
        name.EndsWith("Identity", StringComparison.Ordinal) || name.EndsWith("ValueGenerationStrategy", StringComparison.Ordinal) || name.EndsWith("Autoincrement", StringComparison.Ordinal));

    /// <summary>The index is built while others write.</summary>
    public static bool MarkOnline(IOperation call) => Of(call).Any(name => name is Concurrently or "SqlServer:Online");

    /// <summary>The engine whose provider has noted something; unknown when none has.</summary>
    public static SqlDialect DialectOf(IOperation call) =>
        Of(call).Select(name => Providers.TryGetValue(name.Split(':')[0], out var dialect) ? dialect : SqlDialect.Unknown).FirstOrDefault(dialect => dialect != SqlDialect.Unknown);

    private static IEnumerable<string> Of(IOperation call)
    {
        for (var next = Calls.CalledOn(call); next is not null; next = Calls.CalledOn(next))
        {
            if (next.Arguments is [{ Value.ConstantValue.Value: string name }, ..])
                yield return name;
        }
    }
}
