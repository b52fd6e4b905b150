using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Assessment;

/// <summary>Names of tables in databases: <c>database.schema.table</c>, folded as the engine folds them.</summary>
internal static class TableNames
{
    public static string Namespace(Store store) => store.Kind switch
    {
        StoreKind.Postgres => "postgres://" + DatasetNaming.Server(store, "5432", "postgres"),
        StoreKind.SqlServer => "mssql://" + DatasetNaming.Server(store, "1433", "sqlserver"),
        StoreKind.MySql => "mysql://" + DatasetNaming.Server(store, "3306", "mysql"),
        StoreKind.Oracle => "oracle://" + DatasetNaming.Server(store, "1521", "oracle"),
        StoreKind.Snowflake => "snowflake://" + DatasetNaming.Server(store, null, "snowflake"),
        StoreKind.BigQuery => "bigquery",
        StoreKind.Sqlite => "sqlite://" + DatasetNaming.Server(store, null, "sqlite"),
        StoreKind.DuckDb => "duckdb://" + DatasetNaming.Server(store, null, "duckdb"),
        _ => $"{{{store.Placeholder ?? "database"}}}",
    };

    /// <summary>The name with the schema in which the engine looks first, and the database where it is known.</summary>
    public static string Of(Store store, Dataset table)
    {
        var parts = NameParts.Split(NameParts.WithShortHoles(table.Name), '.');
        var folded = parts.Select((part, index) => Fold(part, (table.QuotedParts & (1 << index)) != 0, store.Kind)).ToList();
        if (DefaultSchema(store.Kind) is { } schema)
        {
            if (folded.Count == 1)
                folded.Insert(0, schema);
            else if (folded[folded.Count - 2].Length == 0)
                folded[folded.Count - 2] = schema;
        }

        var qualified = HasSchemas(store.Kind) ? 3 : 2;
        if (store.Database is { Length: > 0 } database && folded.Count < qualified)
            folded.Insert(0, Fold(database, isQuoted: false, store.Kind));
        return string.Join(".", folded.Where(part => part.Length > 0));
    }

    /// <summary>The store of a database that speaks a dialect.</summary>
    public static StoreKind KindOf(SqlDialect dialect) => dialect switch
    {
        SqlDialect.PostgreSql => StoreKind.Postgres,
        SqlDialect.TSql => StoreKind.SqlServer,
        SqlDialect.MySql => StoreKind.MySql,
        SqlDialect.Oracle => StoreKind.Oracle,
        SqlDialect.Snowflake => StoreKind.Snowflake,
        SqlDialect.BigQuery => StoreKind.BigQuery,
        SqlDialect.Sqlite => StoreKind.Sqlite,
        SqlDialect.DuckDb => StoreKind.DuckDb,
        _ => StoreKind.Unknown,
    };

    // Where case does not count, lower case; a hole is no name yet.
    private static string Fold(string part, bool isQuoted, StoreKind store)
    {
        if (part.IndexOf('{') >= 0)
            return part;
        return store switch
        {
            StoreKind.Postgres or StoreKind.Oracle or StoreKind.Snowflake or StoreKind.BigQuery => SqlFolding.Fold(part, isQuoted, DialectOf(store)),
            _ => part.ToLowerInvariant(),
        };
    }

    private static SqlDialect DialectOf(StoreKind store) => store switch
    {
        StoreKind.Postgres => SqlDialect.PostgreSql,
        StoreKind.Oracle => SqlDialect.Oracle,
        StoreKind.Snowflake => SqlDialect.Snowflake,
        _ => SqlDialect.BigQuery,
    };

    private static string? DefaultSchema(StoreKind store) => store switch
    {
        StoreKind.Postgres => "public",
        StoreKind.SqlServer => "dbo",
        StoreKind.Snowflake => "PUBLIC",
        StoreKind.Sqlite or StoreKind.DuckDb => "main",
        _ => null,
    };

    private static bool HasSchemas(StoreKind store) => store is StoreKind.Postgres or StoreKind.SqlServer or StoreKind.Snowflake or StoreKind.Oracle or StoreKind.BigQuery;
}
