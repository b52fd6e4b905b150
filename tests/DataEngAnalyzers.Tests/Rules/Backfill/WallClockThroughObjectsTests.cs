using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Backfill;

/// <summary>The clock on its way through objects: a filter that is made with it, a builder of texts, a member of what a call returns.</summary>
public sealed class WallClockThroughObjectsTests() : RuleTests("DEA5001")
{
    private const string Types = """
        public interface IRule { IEnumerable<Sale> Apply(IEnumerable<Sale> sales); }
        public sealed class Recent(DateTime from) : IRule
        {
            public IEnumerable<Sale> Apply(IEnumerable<Sale> sales) => sales.Where(sale => sale.SoldAt >= from);
        }
        public sealed class Until : IRule
        {
            private readonly DateTime _until;
            public Until(DateTime until) { _until = until; }
            public IEnumerable<Sale> Apply(IEnumerable<Sale> sales) { return sales.Where(sale => sale.SoldAt < _until); }
        }
        public sealed class Since
        {
            private readonly DateTime _since;
            public Since(DateTime since) { _since = since; }
            public List<Sale> Keep(IEnumerable<Sale> sales) { return sales.Where(sale => sale.SoldAt >= _since).ToList(); }
        }
        public sealed class Window { public DateTime From { get; set; } public DateTime Until { get; set; } }
        public sealed class Landing { public string Path { get; set; } = ""; public string Note { get; set; } = ""; }
        """;

    [Theory]
    [InlineData("var kept = new Recent([|DateTime.Now|].AddMonths(-36)).Apply(csv.GetRecords<Sale>());")]
    [InlineData("IRule rule = new Recent([|DateTime.Now|].AddMonths(-36)); var kept = rule.Apply(csv.GetRecords<Sale>()).ToList();")]
    [InlineData("var start = [|DateTime.Today|].AddDays(-1); var kept = new Since(start).Keep(csv.GetRecords<Sale>());")]
    public Task Reports_a_filter_that_is_made_with_the_clock(string filter) => Reports(Loader($$"""
        {{filter}}
        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", kept);
        """));

    [Fact]
    public Task Reports_a_filter_over_rows_that_a_loop_writes() => Reports(Loader("""
        foreach (var sale in new Recent([|DateTime.Now|].AddDays(-7)).Apply(csv.GetRecords<Sale>()))
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", sale);
        """));

    [Theory]
    [InlineData("var kept = new Recent(day).Apply(csv.GetRecords<Sale>());")]
    [InlineData("var kept = new Until(DateTime.Now.AddMinutes(-5)).Apply(csv.GetRecords<Sale>());")]
    [InlineData("var noted = new Recent(DateTime.Now); log(noted.ToString()!); var kept = new Recent(day).Apply(csv.GetRecords<Sale>());")]
    public Task Stays_quiet_on_filters_that_are_given_their_bound_or_only_cut_off(string filter) => StaysQuiet(Loader($$"""
        {{filter}}
        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", kept);
        """));

    [Theory]
    [InlineData("var window = new Window { From = [|DateTime.Today|].AddDays(-1) };")]
    [InlineData("var window = new Window(); window.From = [|DateTime.Today|].AddDays(-1); window.Until = day;")]
    [InlineData("var window = Yesterday();", "new Window { From = [|DateTime.Today|].AddDays(-1) }")]
    public Task Reports_a_bound_that_an_object_carries(string window, string yesterday = "new Window()") =>
        Reports(Loader(Copy(window), "private static Window Yesterday() => " + yesterday + ";"));

    [Theory]
    [InlineData("var window = new Window { From = day, Until = DateTime.Now };")]
    [InlineData("var window = new Window { From = DateTime.Today }; window.From = day;")]
    [InlineData("var window = new Window { From = day }; if (day.Day == 1) window.From = DateTime.Today;")]
    [InlineData("var window = given;")]
    [InlineData("var window = new Window { From = DateTime.Today }; Override(window);")]
    public Task Stays_quiet_on_a_bound_that_the_caller_can_set(string window) => StaysQuiet(Loader(Copy(window), "private static void Override(Window window) => window.From = window.Until;"));

    [Theory]
    [InlineData("text.Append([|DateTime.Today|].ToString(\"yyyyMMdd\"));")]
    [InlineData("if (day.Day == 1) text.Append([|DateTime.Today|].ToString(\"yyyyMM\")); else text.Append(DateTime.Today.AddDays(1).ToString(\"yyyyMMdd\"));")]
    public Task Reports_an_output_whose_path_is_built_and_carried_by_a_returned_object(string append) => Reports(Loader(
        "var landing = Prepare(day); using var writer = new StreamWriter(landing.Path + \".csv\"); foreach (var sale in csv.GetRecords<Sale>()) writer.WriteLine(sale.Product);",
        PrepareWith(append)));

    [Theory]
    [InlineData("text.Append(day.ToString(\"yyyyMMdd\"));")]
    [InlineData("if (day.Day == 1) text.Append(DateTime.Today.ToString(\"yyyyMMdd\")); else text.Append(day.ToString(\"yyyyMMdd\"));")]
    public Task Stays_quiet_when_the_path_has_the_date_of_the_caller(string append) => StaysQuiet(Loader(
        "var landing = Prepare(day); using var writer = new StreamWriter(landing.Path + \".csv\"); foreach (var sale in csv.GetRecords<Sale>()) writer.WriteLine(sale.Product);",
        PrepareWith(append)));

    [Fact]
    public Task Gives_up_on_texts_that_are_made_of_each_other() => StaysQuiet(Loader("""
        var text = new System.Text.StringBuilder();
        text.Append(text.ToString()).Append('a'); text.Append(text.ToString()); text.Append(text.ToString()); text.Append(text.ToString()); text.Append(text.ToString());
        using var writer = new StreamWriter(text + ".csv");
        foreach (var sale in csv.GetRecords<Sale>())
            writer.WriteLine(sale.Product);
        """));

    private static string PrepareWith(string append) => $$"""
        private static Landing Prepare(DateTime day)
        {
            var landing = new Landing();
            landing.Path = PathOf(day);
            landing.Note = DateTime.Today.ToString("yyyyMMdd");
            return landing;
        }

        private static string PathOf(DateTime day)
        {
            var text = new System.Text.StringBuilder();
            text.Append("out/sales_");
            {{append}}
            return text.ToString();
        }
        """;

    private static string Copy(string window) => window + """
        var rows = sqlServer.Query<Sale>("SELECT id FROM sales WHERE sold_at >= @from", new { from = window.From });
        db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT DO NOTHING", rows);
        """;

    private static string Loader(string statements, string members = "") => $$"""
        namespace Shop;
        {{Types}}
        public sealed class Loader(SqlConnection sqlServer, NpgsqlConnection db, CsvReader csv, Action<string> log)
        {
            public void Load(DateTime day, Window given)
            {
                {{statements}}
            }

            {{members}}
        }
        """;
}
