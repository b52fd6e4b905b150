using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class CultureOfRowConvertersTests() : RuleTests("DEA2004")
{
    [Fact]
    public Task Reports_a_mapper_of_csv_columns() => Reports("""
        namespace Shop;

        public sealed class CsvSaleMapper
        {
            public Sale? Map(string[] columns) =>
                decimal.[|TryParse|](columns[1], out var amount) ? new Sale { Product = columns[0], Amount = amount } : null;
        }
        """);

    [Fact]
    public Task Reports_a_parser_of_a_row_of_text() => Reports("""
        namespace Shop;

        public sealed record XmlSale(string Product, string Amount, string SoldAt);

        public sealed class XmlSaleParser
        {
            private static readonly Func<XmlSale, bool>[] Rules = [sale => decimal.[|TryParse|](sale.Amount, out _)];

            public Sale Parse(XmlSale sale) => Rules.All(rule => rule(sale)) ? Map(sale) : throw new FormatException();

            private static Sale Map(XmlSale sale) => new() { Amount = decimal.[|Parse|](sale.Amount), SoldAt = DateTime.[|ParseExact|](sale.SoldAt, "dd/MM/yyyy", null) };
        }
        """);

    [Theory]
    [InlineData("MoneyBox", "decimal.Parse(columns[1])")]
    [InlineData("LevelReader", "decimal.Parse(columns[1])")]
    [InlineData("CsvSaleMapper", "decimal.Parse(columns[1], CultureInfo.InvariantCulture)")]
    [InlineData("CsvSaleMapper", "int.Parse(columns[1])")]
    public Task Stays_quiet_on_other_types_and_on_a_fixed_culture(string type, string parse) => StaysQuiet($$"""
        namespace Shop;

        public sealed class {{type}}
        {
            public Sale Map(string[] columns) => new() { Product = columns[0], Amount = {{parse}} };
        }
        """);

    [Fact]
    public Task Stays_quiet_on_what_a_window_shows() => StaysQuiet("""
        namespace System.Windows.Controls
        {
            public class UserControl;
        }

        namespace Shop
        {
            public sealed class CsvViewer : System.Windows.Controls.UserControl
            {
                public decimal Sum(string[] columns) => decimal.Parse(columns[1]);
            }
        }
        """);

    [Fact]
    public Task Reports_a_mapper_whose_reader_hands_the_rows_to_others() => Reports("""
        namespace Shop;

        public static class CsvSaleMapper
        {
            public static decimal AmountOf(this string line) => decimal.[|Parse|](line.Split(',')[1]);
        }

        public sealed class SalesFile(string path)
        {
            public List<decimal> Read()
            {
                var amounts = new List<decimal>();
                using var reader = new StreamReader(path);
                while (!reader.EndOfStream)
                    amounts.Add(reader.ReadLine()!.AmountOf());
                return amounts;
            }
        }
        """);
}
