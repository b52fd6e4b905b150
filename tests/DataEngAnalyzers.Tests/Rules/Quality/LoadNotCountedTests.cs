using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class LoadNotCountedTests() : RuleTests("DEA2002")
{
    private const string Copier = "using var reader = db.ExecuteReader(\"SELECT id FROM sales\");\nusing var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = \"fact_sales\" };\n";

    [Theory]
    [InlineData(Copier + "bulk.[|WriteToServer|](reader);")]
    [InlineData(Copier + "await bulk.[|WriteToServerAsync|](reader, ct);")]
    public Task Reports_a_load_that_nobody_counts(string code) => Reports(code);

    [Theory]
    [InlineData(Copier + "bulk.WriteToServer(reader);\nif (bulk.RowsCopied == 0)\n    throw new InvalidDataException();")]
    [InlineData(Copier + "bulk.SqlRowsCopied += (_, copied) => log($\"{copied.RowsCopied}\");\nbulk.WriteToServer(reader);")]
    [InlineData(Copier + "bulk.WriteToServer(reader);\nvar rows = sqlServer.ExecuteScalar<int>(\"SELECT COUNT(*) FROM fact_sales\");\nlog($\"{rows}\");")]
    [InlineData("using var reader = db.ExecuteReader(\"SELECT id FROM sales\");\nusing var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = \"#work\" };\nbulk.WriteToServer(reader);")]
    [InlineData("using var bulk = new SqlBulkCopy(sqlServer) { DestinationTableName = \"fact_sales\" };\nbulk.WriteToServer(new DataTable());")]
    [InlineData("db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id)\", csv.GetRecords<Sale>());")]
    public Task Stays_quiet_when_rows_are_counted_or_there_is_nothing_to_compare(string code) => StaysQuiet(code);

    [Fact]
    public Task Stays_quiet_when_the_count_of_an_import_is_used() => StaysQuiet("""
        using var import = db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
        foreach (var sale in csv.GetRecords<Sale>())
        {
            import.StartRow();
            import.Write(sale.Id);
        }

        var rows = import.Complete();
        log($"{rows}");
        """);

    [Fact]
    public Task Offers_no_fix() => OffersNoFix(Copier + "bulk.[|WriteToServer|](reader);");
}
