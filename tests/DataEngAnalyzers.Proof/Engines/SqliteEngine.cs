using System.Data.Common;
using System.IO;
using Microsoft.Data.Sqlite;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>SQLite: a file.</summary>
internal sealed class SqliteEngine() : Engine(EngineKind.Sqlite)
{
    public override string Fresh(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "load.sqlite")};Pooling=false";

    protected override DbConnection Connect(string address) => new SqliteConnection(address);
}
