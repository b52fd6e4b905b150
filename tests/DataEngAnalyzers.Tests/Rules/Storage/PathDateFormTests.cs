using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Storage;

public sealed class PathDateFormTests() : RuleTests("DEA7006")
{
    private static string Export(string path, bool isReported = true) => $$"""
        namespace Shop;
        public sealed class Export(NpgsqlConnection db)
        {
            public void Write(string root, DateTime day, DateOnly month)
            {
                var lines = db.Query<string>("SELECT line FROM sales");
                File.{{(isReported ? "[|WriteAllLines|]" : "WriteAllLines")}}({{path}}, lines);
            }
        }
        """;

    [Theory]
    [InlineData("""$"{root}/{day:d}/sales.csv" """)]
    [InlineData("""$"{root}/sales_{month}.csv" """)]
    [InlineData("""root + "/" + day.ToString() + ".csv" """)]
    [InlineData("""root + "/" + day.ToShortDateString() + ".csv" """)]
    [InlineData("""Path.Combine(root, day.ToString("yyyy/MM/dd"), "sales.csv")""")]
    [InlineData("""Path.Combine(root, $"{day:dd-MMM-yyyy}", "sales.csv")""")]
    [InlineData("""$"{root}/year={day.Year}/month={day.Month}/sales.csv" """)]
    [InlineData("""Path.Combine(root, $"{month:yyyy-M-dd}", "sales.csv")""")]
    public Task Reports_a_date_without_a_fixed_form(string path) => Reports(Export(path));

    [Theory]
    [InlineData("""$"{root}/{day:yyyy-MM-dd}/sales.csv" """)]
    [InlineData("""$"{root}/{day:yyyyMMdd}.csv" """)]
    [InlineData("""$"{root}/{day:yyyy'/'MM'/'dd}/sales.csv" """)]
    [InlineData("""Path.Combine(root, day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture), "sales.csv")""")]
    [InlineData("""$"{root}/{month:O}.csv" """)]
    [InlineData("""$"{root}/year={day.Year}/month={day.Month:00}/sales.csv" """)]
    [InlineData("""$"{root}/month={day.Month:D2}/sales.csv" """)]
    [InlineData("""$"{root}/{DateTime.Now:d}/sales.csv" """)]
    [InlineData("""$"{root}/{day:d}.log" """)]
    public Task Stays_quiet_on_a_fixed_form_and_on_what_is_no_data_file(string path) => StaysQuiet(Export(path, isReported: false));

    [Theory]
    [InlineData("""$"{root}/{day:d}/sales.csv" """, """$"{root}/{day:yyyy-MM-dd}/sales.csv" """)]
    [InlineData("""$"{root}/sales_{ month }.csv" """, """$"{root}/sales_{ month:yyyy-MM-dd}.csv" """)]
    [InlineData("""root + "/" + day.ToString(/* short */ "d") + ".csv" """, """root + "/" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".csv" """)]
    [InlineData("""$"{root}/month={day.Month}/sales.csv" """, """$"{root}/month={day.Month:00}/sales.csv" """)]
    public Task Fixes_the_form(string before, string after) => Fixes(Export(before), Export(after, isReported: false), fixAll: false);

    [Theory]
    [InlineData("""Path.Combine(root, $"{day:dd-MMM-yyyy}", "sales.csv")""")]
    public Task Offers_no_fix_where_the_author_chose_a_form(string path) => OffersNoFix(Export(path));
}
