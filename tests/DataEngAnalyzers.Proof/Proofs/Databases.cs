using DataEngAnalyzers.Proof.Engines;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>The engines that run wherever they are installed.</summary>
internal static class Databases
{
    public static readonly EngineKind[] All = [EngineKind.Sqlite, EngineKind.DuckDb, EngineKind.PostgreSql, EngineKind.MariaDb];

    /// <summary>Those and the one whose statements are read at least.</summary>
    public static readonly EngineKind[] AndSqlServer = [.. All, EngineKind.SqlServer];
}

/// <summary>Tables that scenarios share.</summary>
internal static class Tables
{
    private const string Columns = "product VARCHAR(40) NOT NULL, amount DECIMAL(10, 2) NOT NULL)";

    /// <summary>The target, without a key.</summary>
    public const string Keyless = $"CREATE TABLE fact_sales (id INTEGER NOT NULL, {Columns}";

    /// <summary>The target, without a key, and the table that it is filled from.</summary>
    public const string KeylessWithSource = $"CREATE TABLE shop_sales (id INTEGER NOT NULL, {Columns}; " + Keyless;

    /// <summary>The target, and the table that it is filled from.</summary>
    public const string WithSource = $"CREATE TABLE shop_sales (id INTEGER NOT NULL, {Columns}; CREATE TABLE fact_sales (id INTEGER PRIMARY KEY, {Columns}";

    /// <summary>The target, and the table that rows are collected in on their way.</summary>
    public const string WithStaging = $"CREATE TABLE stage_sales (id INTEGER NOT NULL, {Columns}; CREATE TABLE fact_sales (id INTEGER PRIMARY KEY, {Columns}";

    /// <summary>The target with a key that the load makes.</summary>
    public const string WithLoadedKey = $"CREATE TABLE fact_sales (sale_key VARCHAR(64) PRIMARY KEY, {Columns}";

    /// <summary>The target with a key that the database makes.</summary>
    public const string WithGeneratedKey = $"CREATE TABLE fact_sales (Id INTEGER PRIMARY KEY AUTOINCREMENT, {Columns}";
}
