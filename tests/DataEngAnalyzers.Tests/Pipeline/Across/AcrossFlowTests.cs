using System;
using System.Linq;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline.Across;

/// <summary>Rows of types that another project declares: a constructor and a computed member there are seen in both hosts alike.</summary>
public sealed class AcrossFlowTests
{
    private const string Rows = """
        namespace Shop;
        public sealed record Line(int Id, decimal Price) { public decimal Twice => Price * 2; }
        public sealed class Sale
        {
            public int Id { get; set; } public decimal Net { get; set; } public decimal Tax { get; set; } public decimal Kept { get; } public List<Line> Lines { get; set; } = new();
            public decimal Gross => Net + Tax;
            public decimal Rounded { get { return Math.Round(Gross, 2); } }
            public decimal Same => Net;
            public decimal Choice => Id > 3 ? Net : Tax;
            public decimal Sum => Lines.Sum(line => line.Price);
            public decimal Hidden => Other.Of(this);
            public static decimal Zero => 0;
        }
        public static class Other { private static readonly Dictionary<int, decimal> Known = new(); public static decimal Of(Sale sale) => Known[sale.Id]; }
        public sealed class Fact
        {
            public Fact(decimal amount) => Amount = amount;
            public Fact(Sale sale, string state) { Amount = sale.Net; Fee = sale.Tax * 2; State = state.Trim(); LoadedAt = DateTime.UtcNow; Gross = sale.Gross; }
            public decimal Amount { get; } public decimal Fee { get; } public string State { get; } = ""; public DateTime LoadedAt { get; } public decimal Gross { get; } public decimal Nothing { get; }
        }
        public class Based { public Based(decimal amount) { Amount = amount; } public decimal Amount { get; } }
        public sealed class Derived : Based { public Derived(decimal amount) : base(amount * 2) { } public int Id { get; set; } }

        """;

    private static string Job(string amount) => $$"""
        namespace Shop.Jobs;
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                foreach (var sale in csv.GetRecords<Sale>())
                    db.Execute("INSERT INTO fact (amount) VALUES (@amount)", new { amount = {{amount}} });
            }
        }
        """;

    [Theory]
    [InlineData("sale.Net", "fact.amount <- in.csv:Net via Sale.Net")]
    [InlineData("sale.Kept", "fact.amount <- in.csv:Kept via Sale.Kept")]
    [InlineData("sale.Same", "fact.amount <- in.csv:Net via Sale.Net, Sale.Same")]
    [InlineData("sale.Gross", "fact.amount <- in.csv:Net via Sale.Net, Sale.Gross [transformation]", "fact.amount <- in.csv:Tax via Sale.Tax, Sale.Gross [transformation]")]
    [InlineData("sale.Rounded", "fact.amount <- in.csv:Net via Sale.Net, Sale.Rounded [transformation]", "fact.amount <- in.csv:Tax via Sale.Tax, Sale.Rounded [transformation]")]
    [InlineData("sale.Choice", "fact.amount <- in.csv:Id via Sale.Id [conditional]", "fact.amount <- in.csv:Net via Sale.Net, Sale.Choice", "fact.amount <- in.csv:Tax via Sale.Tax, Sale.Choice")]
    [InlineData("sale.Sum", "fact.amount <- in.csv:Lines.[].Price via Line.Price, Sale.Lines, Sale.Sum [aggregation]")]
    [InlineData("sale.Hidden", "fact.amount ? what sale is made of")]
    [InlineData("new Fact(sale.Tax).Amount", "fact.amount <- in.csv:Tax via Sale.Tax, Fact.Amount")]
    [InlineData("new Fact(sale, \"\").Amount", "fact.amount <- in.csv:Net via Sale.Net, Fact.Amount")]
    [InlineData("new Fact(sale, \"\").Fee", "fact.amount <- in.csv:Tax via Sale.Tax, Fact.Fee [transformation]")]
    [InlineData("new Fact(sale, \"\").Gross", "fact.amount <- in.csv:Net via Sale.Net, Fact.Gross [transformation]", "fact.amount <- in.csv:Tax via Sale.Tax, Fact.Gross [transformation]")]
    [InlineData("new Fact(sale, sale.Id.ToString()).State", "fact.amount <- in.csv:Id via Sale.Id, Fact.State [transformation]")]
    [InlineData("new Fact(sale, \"\").LoadedAt", "fact.amount <- (clock) via Fact.LoadedAt")]
    [InlineData("new Fact(sale, \"\").Nothing", "fact.amount <- (unset) via Fact.Nothing")]
    [InlineData("new Derived(sale.Net).Amount", "fact.amount ? what the constructor of Derived puts into Amount")]
    [InlineData("new Line(sale.Id, sale.Tax).Price", "fact.amount <- in.csv:Tax via Sale.Tax, Line.Price")]
    [InlineData("new Line(sale.Id, sale.Tax).Twice", "fact.amount <- in.csv:Tax via Sale.Tax, Line.Price, Line.Twice [transformation]")]
    [InlineData("(new Line(sale.Id, sale.Tax) with { Price = sale.Net }).Price", "fact.amount <- in.csv:Net via Sale.Net, Line.Price")]
    public void A_type_of_another_project_hands_on_what_it_hands_on_at_home(string amount, params string[] expected)
    {
        var flows = Projects.Of(("Shop.Rows", Rows), ("Shop.Jobs", Job(amount))).Flows();

        Assert.Equal(expected.Order(StringComparer.Ordinal), flows.Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_project_that_leaves_nothing_leaves_a_gap_and_no_guess()
    {
        var solution = Projects.Of(("Shop.Rows", Rows), ("Shop.Jobs", Job("sale.Gross + new Fact(sale.Tax).Amount")));
        solution.Options["build_property.DataEngEmitFacts"] = "false";

        Assert.Equal("fact.amount ? what Sale.Gross is made of\nfact.amount ? what the constructor of Fact puts into Amount", string.Join('\n', solution.Flows().Split('\n').Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("\t@flow\t\tthis\tNet")]
    [InlineData("\t@flow\t\tthat\tNet\tidentity")]
    [InlineData("\t@flow\t\tthis\tNet\tsomehow")]
    [InlineData("\t@flow\t\tcolumn\t\tidentity")]
    public void A_flow_that_nobody_writes_makes_the_text_worthless(string line) =>
        Assert.Empty(DataEngAnalyzers.Pipeline.SummaryReader.Read("Shop", $"M:Shop.Sale.get_Gross\n\t@flow\t\tthis\tNet\tidentity\n{line}\n"));

    [Fact]
    public void Flows_are_read_as_they_are_written()
    {
        const string Text = "M:Shop.Fact.#ctor(System.Decimal)\n\t@flow\tAmount\t#0\tNet.Value\ttransformation\n\t@flow\tLoadedAt\tclock\t\tidentity\n";

        Assert.Equal(Text, DataEngAnalyzers.Pipeline.SummaryWriter.Write(DataEngAnalyzers.Pipeline.SummaryReader.Read("Shop", Text)));
    }
}
