using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Latency;

public sealed class WholeDatasetHeldTests() : RuleTests("DEA6005")
{
    private const string Save = "db.Execute(\"INSERT INTO fact_sales (line) VALUES (@line) ON CONFLICT DO NOTHING\", new { line });";

    [Theory]
    [InlineData("foreach (var line in File.[|ReadAllLines|](\"sales.csv\"))\n    " + Save)]
    [InlineData("var lines = File.[|ReadAllLines|](\"sales.csv\");\nforeach (var line in lines)\n    " + Save)]
    [InlineData("foreach (var line in await File.[|ReadAllLinesAsync|](\"sales.csv\", ct))\n    " + Save)]
    [InlineData("foreach (var line in csv.GetRecords<Sale>().[|ToList|]())\n    " + Save)]
    [InlineData("foreach (var line in File.[|ReadAllLines|](\"sales.csv\").Skip(1).Select(line => line.Trim()))\n    " + Save)]
    [InlineData("var rows = csv.GetRecords<Sale>().[|ToArray|]();\ndb.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", rows);")]
    public Task Reports_a_file_that_is_held_to_be_gone_through_once(string code) => Reports(code);

    [Theory]
    [InlineData("System.Text.Json.JsonSerializer.[|Deserialize|]<List<Sale>>(File.ReadAllText(\"sales.json\"))!")]
    [InlineData("System.Text.Json.JsonSerializer.[|Deserialize|]<Sale[]>(await File.ReadAllTextAsync(\"sales.json\", ct)) ?? []")]
    [InlineData("await System.Text.Json.JsonSerializer.[|DeserializeAsync|]<List<Sale>>(File.OpenRead(\"sales.json\")) ?? new List<Sale>()")]
    public Task Reports_a_file_of_JSON_that_is_held_to_be_gone_through_once(string rows) => Reports($$"""
        using System.Text.Json;

        namespace Shop;

        public sealed class Loader(NpgsqlConnection db)
        {
            public async Task Load(CancellationToken ct)
            {
                var rows = {{rows}};
                foreach (var sale in rows)
                    await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
            }
        }
        """);

    [Theory]
    [InlineData("var rows = JsonSerializer.DeserializeAsyncEnumerable<Sale>(File.OpenRead(\"sales.json\"));\nawait foreach (var sale in rows)")]
    [InlineData("var rows = JsonSerializer.Deserialize<List<Sale>>(await http.GetStringAsync(\"https://shop.example/sales\"))!;\nforeach (var sale in rows)")]
    [InlineData("var names = JsonSerializer.Deserialize<List<string>>(File.ReadAllText(\"names.json\"))!;\nforeach (var sale in names)")]
    [InlineData("var rows = JsonSerializer.Deserialize<List<Sale>>(File.ReadAllText(\"sales.json\"))!;\nConsole.WriteLine(rows.Count);\nforeach (var sale in rows)")]
    public Task Stays_quiet_about_JSON_that_streams_is_a_page_or_is_needed_again(string loop) => StaysQuiet($$"""
        using System.Text.Json;

        namespace Shop;

        public sealed class Loader(NpgsqlConnection db, System.Net.Http.HttpClient http)
        {
            public async Task Load()
            {
                {{loop}}
                    await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
            }
        }
        """);

    [Fact]
    public Task Reports_rows_that_a_reader_of_its_own_hands_over() => Reports("""
        namespace Shop;
        public sealed class SaleFile
        {
            public List<Sale> Read(string path)
            {
                using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
                var records = csv.GetRecords<Sale>();
                return records.[|ToList|]();
            }
        }

        public sealed class Loader(NpgsqlConnection db, SaleFile file)
        {
            public void Load()
            {
                foreach (var sale in file.Read("sales.csv"))
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
            }
        }
        """);

    [Theory]
    [InlineData("foreach (var line in File.ReadLines(\"sales.csv\"))\n    " + Save)]
    [InlineData("var lines = File.ReadAllLines(\"sales.csv\");\nlog($\"{lines.Length} lines\");\nforeach (var line in lines)\n    " + Save)]
    [InlineData("var rows = csv.GetRecords<Sale>().ToList();\nif (rows.Count == 0) return;\ndb.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", rows);")]
    [InlineData("var lines = File.ReadAllLines(\"sales.csv\");\nlog(lines[0]);")]
    [InlineData("var known = db.Query<int>(\"SELECT id FROM products\").ToList();\nforeach (var line in File.ReadLines(\"sales.csv\"))\n    " + Save)]
    public Task Stays_quiet_when_rows_stream_or_are_needed_again(string code) => StaysQuiet(code);

    [Fact]
    public Task Fixes_by_reading_line_by_line() => Fixes(
        "// lines\nforeach (var line in File.[|ReadAllLines|](\"sales.csv\"))\n    " + Save + "\nvar others = File.[|ReadAllLines|](\"returns.csv\");\nforeach (var line in others)\n    " + Save,
        "// lines\nforeach (var line in File.ReadLines(\"sales.csv\"))\n    " + Save + "\nvar others = File.ReadLines(\"returns.csv\");\nforeach (var line in others)\n    " + Save);

    [Fact]
    public Task Offers_no_fix_where_an_array_is_asked_for() =>
        OffersNoFix("string[] lines = File.[|ReadAllLines|](\"sales.csv\");\nforeach (var line in lines)\n    " + Save);

    [Theory]
    [InlineData("System.Diagnostics.Process.[|Start|](\"jq\", \"-cs add events.ndjson\")")]
    [InlineData("System.Diagnostics.Process.[|Start|](\"jq\", [\"--slurp\", \"add\", \"events.jsonl\"])")]
    [InlineData("System.Diagnostics.Process.[|Start|](\"bash\", \"-c \\\"jq -s '.' events.ndjson > events.json\\\"\")")]
    public Task Reports_rows_that_jq_makes_one_array_of(string start) => Reports(Extract(start));

    [Theory]
    [InlineData("System.Diagnostics.Process.Start(\"jq\", \"-c .id events.ndjson\")")]
    [InlineData("System.Diagnostics.Process.Start(\"jq\", \"-s . settings.json\")")]
    [InlineData("System.Diagnostics.Process.Start(\"jq\", \"-n --arg name -s [inputs.id] events.ndjson\")")]
    public Task Stays_quiet_when_jq_takes_row_after_row(string start) => StaysQuiet(Extract(start));

    private static string Extract(string start) => $$"""
        using System.Diagnostics;

        namespace Shop;

        public sealed class Extract
        {
            public void Run() => {{start}}.WaitForExit();
        }
        """;

    private static string Reader(string method) => $$"""
        namespace Shop;

        public sealed class Files
        {
            {{method}}
        }
        """;

    [Theory]
    [InlineData("public List<T> Read<T>(TextReader file) { using var csv = new CsvReader(file, CultureInfo.InvariantCulture); return csv.GetRecords<T>().[|ToList|](); }")]
    [InlineData("public async Task<T[]> Read<T>(TextReader file) { using var csv = new CsvReader(file, CultureInfo.InvariantCulture); var rows = csv.GetRecordsAsync<T>(); return await rows.[|ToArrayAsync|](); }")]
    [InlineData("public IEnumerable<T> Read<T>(string path) { using var reader = new StreamReader(path); var json = reader.ReadToEnd(); return System.Text.Json.JsonSerializer.[|Deserialize|]<IEnumerable<T>>(json)!.ToList(); }")]
    public Task Reports_a_reader_of_whatever_rows_that_hands_out_all_at_once(string method) => Reports(Reader(method));

    [Theory]
    [InlineData("public List<Sale> Read(TextReader file) { using var csv = new CsvReader(file, CultureInfo.InvariantCulture); return csv.GetRecords<Sale>().ToList(); }")]
    [InlineData("public IEnumerable<T> Read<T>(CsvReader csv) => csv.GetRecords<T>();")]
    [InlineData("public T Read<T>(string path) => System.Text.Json.JsonSerializer.Deserialize<T>(File.ReadAllText(path))!;")]
    [InlineData("internal static List<T> Read<T>(CsvReader csv) { return csv.GetRecords<T>().ToList(); }")]
    public Task Stays_quiet_on_readers_of_one_type_and_on_those_that_stream(string method) => StaysQuiet(Reader(method));
}
