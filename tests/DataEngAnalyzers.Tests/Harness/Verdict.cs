using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>What all reliability rules say of a file, in the order of its lines: <c>DEA1001 fact_sales</c>.</summary>
internal static class Verdict
{
    /// <summary>What every scenario may use: who reads sales and who stores one.</summary>
    private const string Cast = """
        namespace Shop;
        public sealed class Feed
        {
            public List<Sale> Read(string path)
            {
                using var reader = new StreamReader(path);
                using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
                return csv.GetRecords<Sale>().ToList();
            }
        }
        public interface ISaleStore { void Add(Sale sale); }
        public sealed class SaleStore(NpgsqlConnection db) : ISaleStore
        {
            public void Add(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
        }

        """;

    public static void Reports(string code, params string[] expected) => Assert.Equal(expected, Of(code));

    public static void IsSilent(string code) => Assert.Empty(Of(code));

    /// <summary>The evidence of all findings, one a line.</summary>
    public static string EvidenceIn(string code) => string.Join("\n", Find(code).Select(diagnostic => diagnostic.Properties["dataeng.evidence"]));

    private static string[] Of(string code) =>
        [.. Find(code).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Properties["dataeng.dataset"]}")];

    private static IEnumerable<Diagnostic> Find(string code)
    {
        var bound = Code.Of(Cast + code);
        Assert.Empty(bound.Context.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()));
        return new RunFindings(bound.Context).In(bound.Root.SyntaxTree, CancellationToken.None)
            .Where(diagnostic => diagnostic.Id.StartsWith("DEA10", System.StringComparison.Ordinal));
    }
}
