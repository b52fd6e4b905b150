using System.Data.Common;
using System.IO;
using DuckDB.NET.Data;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>DuckDB: a file.</summary>
internal sealed class DuckDbEngine() : Engine(EngineKind.DuckDb)
{
    public override string Fresh(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "load.duckdb")}";

    protected override DbConnection Connect(string address) => new DuckDBConnection(address);
}
