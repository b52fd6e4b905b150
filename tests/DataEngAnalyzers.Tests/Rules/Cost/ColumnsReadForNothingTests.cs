using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Cost;

public sealed class ColumnsReadForNothingTests() : RuleTests("DEA8001")
{
    private const string Land = "db.Execute(\"INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING\", new { sale.Id });";

    [Theory]
    [InlineData("foreach (var sale in db.Query<Sale>(\"SELECT [|*|] FROM sales\"))\n    " + Land)]
    [InlineData("foreach (var sale in await db.QueryAsync<Sale>(@\"SELECT [|s.*|] FROM sales s WHERE s.id > 5\"))\n    " + Land)]
    [InlineData("var rows = db.Query<Sale>($\"SELECT [|*|] FROM sales WHERE id > {sales.Count}\");\nforeach (var sale in rows)\n    " + Land)]
    [InlineData("await foreach (var sale in db.QueryUnbufferedAsync<Sale>(\"SELECT [|*|] FROM sales\"))\n{\n    if (sale.Amount > 0)\n        " + Land + "\n}")]
    public Task Reports_a_star_of_which_few_columns_are_used(string code) => Reports(code);

    [Theory]
    [InlineData("foreach (var sale in db.Query<Sale>(\"SELECT id FROM sales\"))\n    " + Land)]
    [InlineData("foreach (var sale in db.Query<Sale>(\"SELECT * FROM sales\"))\n{\n    log(sale.Product + sale.SoldAt);\n    " + Land + "\n}")]
    [InlineData("foreach (var sale in db.Query<Sale>(\"SELECT * FROM sales\"))\n{\n    Keep(sale);\n    " + Land + "\n}\nvoid Keep(Sale kept) { }")]
    [InlineData("var rows = db.Query<Sale>(\"SELECT * FROM sales\").ToList();\nforeach (var sale in rows)\n    " + Land)]
    [InlineData("var rows = db.Query<Sale>(\"SELECT * FROM sales\");\nKeep(rows);\nforeach (var sale in rows)\n    " + Land + "\nvoid Keep(IEnumerable<Sale> kept) { }")]
    [InlineData("foreach (var sale in db.Query<Sale>(\"SELECT s.* FROM sales s JOIN shops p ON p.id = s.shop\"))\n    " + Land)]
    [InlineData("foreach (var sale in db.Query<Sale>(\"SELECT * FROM sales\"))\n    log($\"{sale.Id}\");")]
    public Task Stays_quiet_when_columns_are_listed_or_rows_leave_or_none_moves(string code) => StaysQuiet(code);

    [Fact]
    public Task Offers_no_fix() => OffersNoFix("foreach (var sale in db.Query<Sale>(\"SELECT [|*|] FROM sales\"))\n    " + Land);
}
