using System.Data.Common;
using System.IO;
using DuckDB.NET.Data;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>DuckDB: a file.</summary>
internal sealed class DuckDbEngine() : Engine(EngineKind.DuckDb)
{
    public override string Fresh(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "load.duckdb")}";

    public override DbConnection Open(string address)
    {
        var connection = new DuckDBConnection(address);
        connection.Open();
        return connection;
    }
}
