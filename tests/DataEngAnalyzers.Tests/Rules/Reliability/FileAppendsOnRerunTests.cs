using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class FileAppendsOnRerunTests() : RuleTests("DEA1023")
{
    private const string Rows = "var rows = db.Query<Sale>(\"SELECT id FROM fact_sales\").Select(sale => sale.Product);\n";

    [Theory]
    [InlineData("File.[|AppendAllLines|](\"sales.csv\", rows);")]
    [InlineData("await File.[|AppendAllTextAsync|](\"sales.csv\", string.Join(\"\\n\", rows), ct);")]
    [InlineData("using var writer = new [|StreamWriter|](\"sales.csv\", append: true); foreach (var row in rows) writer.WriteLine(row);")]
    [InlineData("using var writer = File.[|AppendText|](\"sales.csv\"); foreach (var row in rows) await writer.WriteLineAsync(row);")]
    [InlineData("using var file = new [|FileStream|](\"sales.csv\", FileMode.Append); using var writer = new StreamWriter(file); foreach (var row in rows) writer.WriteLine(row);")]
    [InlineData("using var writer = new [|StreamWriter|](\"out.dat\", true); using var to = new CsvWriter(writer, CultureInfo.InvariantCulture); to.WriteRecords(sales);")]
    public Task Reports_rows_appended_to_a_data_file(string append) => Reports(Rows + append);

    [Theory]
    [InlineData("File.WriteAllLines(\"sales.csv\", rows);")]
    [InlineData("using var writer = new StreamWriter(\"sales.csv\"); foreach (var row in rows) writer.WriteLine(row);")]
    [InlineData("File.AppendAllLines(\"load.log\", rows);")]
    [InlineData("File.AppendAllLines(\"error_log.csv\", rows);")]
    [InlineData("File.Delete(\"sales.csv\"); File.AppendAllLines(\"sales.csv\", rows);")]
    [InlineData("File.WriteAllText(\"sales.csv\", \"id\"); File.AppendAllLines(\"sales.csv\", rows);")]
    [InlineData("File.AppendAllLines($\"sales_{DateTime.UtcNow:yyyyMMddHHmmss}.csv\", rows);")]
    public Task Quiet_for_new_files_logs_and_files_started_in_the_same_run(string write) => StaysQuiet(Rows + write);

    [Fact]
    public Task Quiet_in_a_game_that_keeps_scores() => StaysQuiet("""
        namespace Shop;
        public sealed class HighScores
        {
            public void Add(string name, int score) => File.AppendAllText("scores.csv", name + ";" + score);
        }
        """);

    [Fact]
    public Task Fixes_one_call_to_a_new_file_that_replaces_the_target() => Fixes(
        Rows + """
        // for finance
        File.[|AppendAllLines|]("sales.csv", rows);
        """,
        Rows + """
        // for finance
        var target = "sales.csv";
        File.WriteAllLines(target + ".tmp", rows);
        File.Move(target + ".tmp", target, overwrite: true);
        """);

    [Fact]
    public Task Fixes_a_call_on_a_path_that_has_a_name() => Fixes(
        Rows + """
        var path = Path.Combine("out", "sales.csv");
        await File.[|AppendAllLinesAsync|](path, rows, ct);
        """,
        Rows + """
        var path = Path.Combine("out", "sales.csv");
        await File.WriteAllLinesAsync(path + ".tmp", rows, ct);
        File.Move(path + ".tmp", path, overwrite: true);
        """);

    [Fact]
    public Task Fixes_a_writer_in_a_using_statement() => Fixes(
        Rows + """
        using (var writer = new [|StreamWriter|](Path.Combine("out", "sales.csv"), append: true))
        {
            foreach (var row in rows)
                writer.WriteLine(row); // one line a sale
        }
        """,
        Rows + """
        var target = Path.Combine("out", "sales.csv");
        using (var writer = new StreamWriter(target + ".tmp"))
        {
            foreach (var row in rows)
                writer.WriteLine(row); // one line a sale
        }
        File.Move(target + ".tmp", target, overwrite: true);
        """);

    [Fact]
    public Task Fixes_a_writer_in_a_using_declaration() => Fixes(
        """
        namespace Shop;
        public sealed class SalesExport(NpgsqlConnection db)
        {
            public void Export(string path)
            {
                var sales = db.Query<Sale>("SELECT id FROM fact_sales");

                using var writer = new [|StreamWriter|](path, append: true);
                using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
                csv.WriteRecords(sales);
            }
        }
        """,
        """
        namespace Shop;
        public sealed class SalesExport(NpgsqlConnection db)
        {
            public void Export(string path)
            {
                var sales = db.Query<Sale>("SELECT id FROM fact_sales");

                using (var writer = new StreamWriter(path + ".tmp"))
                using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture))
                {
                    csv.WriteRecords(sales);
                }

                File.Move(path + ".tmp", path, overwrite: true);
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_for_chunks_written_in_a_loop() => OffersNoFix("""
        foreach (var chunk in db.Query<Sale>("SELECT id FROM fact_sales").Chunk(100))
            File.[|AppendAllLines|]("sales.csv", chunk.Select(sale => sale.Product));
        """);
}
