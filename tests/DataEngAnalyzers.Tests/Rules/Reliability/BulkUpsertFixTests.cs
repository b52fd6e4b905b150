using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class BulkUpsertFixTests : RuleTests
{
    // A stub of the part of EFCore.BulkExtensions that inserts.
    private const string Extensions = """
        namespace EFCore.BulkExtensions
        {
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Microsoft.EntityFrameworkCore;

            public static class DbContextBulkExtensions
            {
                public static void BulkInsert<T>(this DbContext context, IEnumerable<T> entities) where T : class { }
                public static Task BulkInsertAsync<T>(this DbContext context, IEnumerable<T> entities) where T : class => throw null;
                public static void BulkInsertOrUpdate<T>(this DbContext context, IEnumerable<T> entities) where T : class { }
                public static Task BulkInsertOrUpdateAsync<T>(this DbContext context, IEnumerable<T> entities) where T : class => throw null;
            }
        }
        """;

    public BulkUpsertFixTests()
        : base("DEA1020") => Libraries["EFCore.BulkExtensions"] = Extensions;

    private static string Load(string body) => $$"""
        using EFCore.BulkExtensions;

        namespace Shop;

        public sealed class SalesLoader(ShopContext context, CsvReader csv)
        {
            public async Task LoadAsync()
            {
                {{body}}
                await Task.CompletedTask;
                _ = (context, csv);
            }
        }
        """;

    [Theory]
    [InlineData("context.[|BulkInsert|](csv.GetRecords<Sale>().ToList()); // all of them", "context.BulkInsertOrUpdate(csv.GetRecords<Sale>().ToList()); // all of them")]
    [InlineData("var rows = csv.GetRecords<Sale>();\nawait context.[|BulkInsertAsync|](rows);", "var rows = csv.GetRecords<Sale>();\nawait context.BulkInsertOrUpdateAsync(rows);")]
    [InlineData("var rows = csv.GetRecords<Sale>().Select(row => new Sale { Id = row.Id }).ToList();\ncontext.[|BulkInsert|](rows);", "var rows = csv.GetRecords<Sale>().Select(row => new Sale { Id = row.Id }).ToList();\ncontext.BulkInsertOrUpdate(rows);")]
    [InlineData("context.[|BulkInsert|](csv.GetRecords<Sale>());\ncontext.[|BulkInsert|](csv.GetRecords<Sale>());", "context.BulkInsertOrUpdate(csv.GetRecords<Sale>());\ncontext.BulkInsertOrUpdate(csv.GetRecords<Sale>());")]
    public Task Loads_rows_by_the_key_that_they_bring(string before, string after) => Fixes(Load(before), Load(after));

    [Theory]
    [InlineData("context.[|BulkInsert|](csv.GetRecords<Sale>().Select(row => new Sale { Product = row.Product }).ToList());")]
    [InlineData("var rows = new List<Sale>();\nwhile (csv.Read())\n    rows.Add(new Sale { Product = csv.GetField(0)! });\ncontext.[|BulkInsert|](rows);")]
    public Task Offers_nothing_when_the_database_makes_the_key(string load) => OffersNoFix(Load(load));
}
