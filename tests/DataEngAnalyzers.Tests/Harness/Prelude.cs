using System;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>What every test's code may use without showing it: usings, a row type, a context, connections.</summary>
internal static class Prelude
{
    /// <summary>The namespaces that all code imports.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Data;
        global using System.Data.Common;
        global using System.Globalization;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CsvHelper;
        global using CsvHelper.Configuration;
        global using Dapper;
        global using Microsoft.Data.SqlClient;
        global using Microsoft.Data.Sqlite;
        global using Microsoft.EntityFrameworkCore;
        global using Npgsql;
        """;

    public const string Source = Usings + """


        namespace Shop;

        public sealed class Sale
        {
            public int Id { get; set; }
            public DateTime SoldAt { get; set; }
            public string Product { get; set; } = "";
            public decimal Amount { get; set; }
        }

        public sealed class ShopContext : DbContext
        {
            public DbSet<Sale> Sales => Set<Sale>();
        }
        """;

    /// <summary>
    /// Statements become the body of <c>SalesLoader.LoadAsync</c>, with <c>db</c>, <c>sqlServer</c>, <c>sqlite</c>, <c>csv</c>,
    /// <c>sales</c>, <c>context</c>, <c>log</c> and <c>ct</c> in scope; whole files stay as they are.
    /// </summary>
    public static string Complete(string code) => IsFile(code) ? code : $$"""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db, SqlConnection sqlServer, SqliteConnection sqlite, CsvReader csv, ShopContext context, Action<string> log)
        {
            public async Task LoadAsync(IReadOnlyList<Sale> sales, CancellationToken ct)
            {
                {{code.ReplaceLineEndings("\n").Replace("\n", "\n        ", StringComparison.Ordinal)}}
                await Task.CompletedTask;
            }
        }
        """;

    /// <summary>True for top-level statements, which their first line says they are.</summary>
    public static bool IsProgram(string code) => code.Contains("// top-level", StringComparison.Ordinal);

    private static bool IsFile(string code) => code.Contains("class ", StringComparison.Ordinal) || IsProgram(code);
}
