using System;
using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>A job and, in a project for an older framework, the repository it calls.</summary>
public sealed class ReferencedProjectTests(PackageCache cache) : IClassFixture<PackageCache>
{
    private const string Repository = """
        using Dapper;
        using Microsoft.Data.Sqlite;

        namespace Shop.Data
        {
            public sealed class Sale { public int Id { get; set; } public decimal Amount { get; set; } }

            public sealed class SaleRepository
            {
                private readonly SqliteConnection _db;

                public SaleRepository(SqliteConnection db) => _db = db;

                public void InsertSale(Sale sale) => _db.Execute("INSERT INTO sales (id, amount) VALUES (@Id, @Amount)", sale);
            }
        }
        """;

    private const string Job = """
        using System.Globalization;
        using CsvHelper;
        using Microsoft.Data.Sqlite;
        using Shop.Data;

        using var db = new SqliteConnection("Data Source=shop.db");
        using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
        var repository = new SaleRepository(db);
        foreach (var sale in csv.GetRecords<Sale>())
            repository.InsertSale(sale);
        """;

    [Fact]
    public async Task A_build_reports_at_the_call_what_the_repository_does()
    {
        using var library = new ConsumerProject(cache, "Dapper", "Microsoft.Data.Sqlite");
        library.Write("App.csproj", library.Read("App.csproj")
            .Replace("<OutputType>Exe</OutputType>", "<AssemblyName>Shop.Data</AssemblyName>", StringComparison.Ordinal)
            .Replace("net10.0", "netstandard2.0", StringComparison.Ordinal)
            .Replace("<ImplicitUsings>enable</ImplicitUsings>", "", StringComparison.Ordinal)
            .Replace("<Nullable>enable</Nullable>", "", StringComparison.Ordinal));
        library.Write("Repository.cs", Repository);
        using var job = new ConsumerProject(cache, "CsvHelper", "Microsoft.Data.Sqlite");
        job.Write("Program.cs", Job);

        job.Reference(library, assemblyName: "Shop.Jobs");
        var build = await job.Build();

        Assert.True(build.Succeeded, build.ToString());
        Assert.Contains("Program.cs(10,16): warning DEA1001", build.Output, StringComparison.Ordinal);
    }
}
