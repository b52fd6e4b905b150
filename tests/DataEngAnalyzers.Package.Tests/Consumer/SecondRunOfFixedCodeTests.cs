using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>What a person gets who lets the command line take the fixes: a load that may run again.</summary>
public sealed class SecondRunOfFixedCodeTests(PackageCache cache) : IClassFixture<PackageCache>
{
    private const string Loader = """
        using System.Globalization;
        using CsvHelper;
        using Dapper;
        using Microsoft.Data.Sqlite;

        using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
        using var db = new SqliteConnection("Data Source=shop.db");
        db.Open();
        foreach (var sale in csv.GetRecords<Sale>())
            db.Execute("INSERT INTO sales (id, amount) VALUES (@Id, @Amount)", sale);

        internal sealed class Sale
        {
            public int Id { get; set; }

            public decimal Amount { get; set; }
        }
        """;

    private const string Schema = "CREATE TABLE sales (id INTEGER PRIMARY KEY, amount NUMERIC NOT NULL);";

    [Fact]
    public async Task A_second_run_fails_before_format_has_taken_the_fixes_and_brings_the_correction_after()
    {
        using var project = new ConsumerProject(cache, "CsvHelper", "Dapper", "Microsoft.Data.Sqlite");
        project.Write("Program.cs", Loader);
        project.Write("schema.sql", Schema);
        project.Write(".editorconfig", "[*.cs]\ndataeng.fix_all_in_solution = all\n");
        project.Write("sales.csv", "Id,Amount\n1,10\n2,20\n");
        using var db = new SqliteConnection($"Data Source={project.PathOf("shop.db")};Pooling=false");
        db.Open();
        Run(db, Schema);

        var first = await project.Run("run");
        project.Write("sales.csv", "Id,Amount\n1,10\n2,25\n3,30\n");
        var second = await project.Run("run");
        var stale = RowsOf(db);

        var format = await project.Run("format", "analyzers", "--severity", "info");
        var third = await project.Run("run");
        var corrected = RowsOf(db);
        var fourth = await project.Run("run");

        Assert.True(first.Succeeded, first.ToString());
        Assert.False(second.Succeeded);
        Assert.Equal(["1: 10", "2: 20"], stale);
        Assert.True(format.Succeeded, format.ToString());
        Assert.True(third.Succeeded && fourth.Succeeded, third + project.Read("Program.cs"));
        Assert.Equal(["1: 10", "2: 25", "3: 30"], corrected);
        Assert.Equal(corrected, RowsOf(db));
    }

    private static void Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> RowsOf(SqliteConnection db)
    {
        using var select = db.CreateCommand();
        select.CommandText = "SELECT id || ': ' || amount FROM sales ORDER BY id";
        using var reader = select.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
