using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DataEngAnalyzers.Tests.Contracts;

/// <summary>All rules over code that is broken, new or not there: no exception, no AD0001, no DEA0001.</summary>
public sealed class RobustnessTests
{
    private const int Cuts = 60;

    public static TheoryData<string> SampleFiles => new(Repository.SourcesBelow("samples").Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')));

    [Fact]
    public async Task An_empty_project_is_fine() => Assert.Empty(await Analysis.RunAsync(""));

    [Theory, MemberData(nameof(SampleFiles))]
    public async Task Half_typed_code_is_fine(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, file));
        var step = Math.Max(text.Length / Cuts, 1);
        var trees = new List<SyntaxTree>();
        for (var length = step; length < text.Length; length += step)
            trees.Add(Analysis.ParseFile($"Cut{length}.cs", text[..length]));
        await Analysis.RunAsync(trees.Append(Analysis.ParseFile("Prelude.cs", Prelude.Source)), options: new Dictionary<string, string> { ["build_property.DataEngAssessment"] = "true" });
    }

    [Fact]
    public async Task Unbound_names_are_fine() => await Analysis.RunAsync("""
        class Loader
        {
            void Load() { foreach (var row in missing.GetRecords<Nothing>()) db.Execute("INSERT INTO t VALUES (@Id)", row); unknown.SaveChanges(; }
            async Task Other() { await using var tx = await conn.BeginTransactionAsync(; bulk.WriteToServer(; using var w = db.BeginBinaryImport(sql
        """);

    [Fact]
    public async Task Broken_sql_is_fine() => await Analysis.RunAsync(Prelude.Source, Prelude.Complete("""
        db.Execute("INSERT INTO");
        db.Execute("INSERT INTO t (a, VALUES ((((");
        db.Execute("'");
        db.Execute($"{ct} {log}");
        db.Execute("");
        db.Execute(null!);
        """));

    [Fact]
    public async Task The_newest_syntax_is_fine() => await Analysis.RunAsync(Prelude.Source, """"
        namespace Shop;

        public static class Rows
        {
            extension(IEnumerable<Sale> sales)
            {
                public decimal Total => sales.Sum(sale => sale.Amount);

                public void Load(System.Data.Common.DbConnection db)
                {
                    foreach (var sale in sales)
                        db.Execute("""INSERT INTO t VALUES (@Id)""", sale);
                }
            }
        }

        public partial class Loader(Npgsql.NpgsqlConnection db)
        {
            public string Path { get => field ?? ""; set => field = value; }

            public void Load(params ReadOnlySpan<int> ids)
            {
                int[] all = [.. ids, 1];
                foreach (var id in all)
                    db?.Execute("INSERT INTO t (id) VALUES (@id)", new { id });
                (int a, var b) = (1, 2);
                var text = "INSERT"u8;
                Action<int> load = static (scoped in x) => { };
                _ = all is [1, .. var rest] ? rest : all;
            }
        }
        """");

    [Fact]
    public async Task Deep_concatenation_is_fine()
    {
        var sql = string.Join(" + ", Enumerable.Repeat("\"a, \" + ct", 2_000));
        await Analysis.RunAsync(Prelude.Source, Prelude.Complete($"db.Execute(\"SELECT \" + {sql} + \" FROM t\");"));
    }

    [Fact]
    public async Task Methods_that_call_each_other_are_fine() => await Analysis.RunAsync(Prelude.Source, """
        namespace Shop;

        public sealed class Loader(Npgsql.NpgsqlConnection db)
        {
            public void A(int n) { B(n); db.Execute("INSERT INTO t (id) VALUES (@n)", new { n }); }
            private void B(int n) { if (n > 0) A(n - 1); B(n - 2); Action go = () => B(n); go(); }
        }
        """);
}
