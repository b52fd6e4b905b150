namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>A job that reads rows from a CSV file, for the tests to say what it does with them.</summary>
internal static class FlowJob
{
    public const string Row = """
        using Shop;
        public sealed class Row { public int Id { get; set; } public decimal Net { get; set; } public decimal Tax { get; set; } public string State { get; set; } = ""; }

        """;

    public static string Job(string body, string members = "", string usings = "") => usings + Row + $$"""
        public sealed class Job(NpgsqlConnection db, SqlConnection sqlServer, ShopContext context)
        {
            {{members}}
            public async Task Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                var rows = csv.GetRecords<Row>().ToList();
                {{body}}
            }
        }
        """;
}
