using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Sound.Migrations;

/// <summary>Applies the numbered scripts of this folder, each once and in its own transaction.</summary>
internal sealed class SchemaMigrator(SqliteConnection connection)
{
    public void Migrate()
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (script TEXT NOT NULL PRIMARY KEY)");
        var applied = connection.Query<string>("SELECT script FROM schema_version").ToHashSet();

        foreach (var script in Scripts())
        {
            if (!applied.Contains(script))
                Apply(script);
        }
    }

    private void Apply(string script)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(TextOf(script), transaction: transaction);
        connection.Execute("INSERT INTO schema_version (script) VALUES (@script)", new { script }, transaction);
        transaction.Commit();
    }

    private static IEnumerable<string> Scripts() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal);

    private static string TextOf(string script)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(script)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
