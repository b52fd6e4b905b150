using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>What a called method, a loop or a swap leaves of the values that were there before.</summary>
public sealed class FlowReplaceTests
{
    private const string FromTax = "fact.amount <- in.csv:Tax via Row.Tax, Row.Net";
    private const string FromNet = "fact.amount <- in.csv:Net via Row.Net";

    private static void AmountAfter(string change, string body, params string[] expected) => FlowAssert.IsFor("fact.amount", $$"""
        public interface IStep { void Do(Row row); }
        public sealed class First : IStep { public void Do(Row row) => row.Net = row.Tax; }
        public class Row
        {
            public int Id { get; set; } public decimal Net { get; set; } public decimal Tax { get; set; }
            public void TakeTax() { Net = Tax; }
            public void MayTakeTax() { if (Id > 3) Net = Tax; }
            public void LeaveOrTakeTax() { if (Id > 3) return; Net = Tax; }
        }
        public sealed class Job(NpgsqlConnection db, IStep step)
        {
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                foreach (var row in csv.GetRecords<Row>()) { {{body}} }
            }
            private static void Change(Row row) { {{change}} }
            private static void ChangeRef(ref decimal net, decimal tax) { if (tax > 3) net = tax; }
            private void Load(object amount) => db.Execute("INSERT INTO fact (amount) VALUES (@amount)", new { amount });
        }
        """, expected);

    private static void AmountOf(string body, params string[] expected) => AmountAfter("", body, expected);

    [Theory]
    [InlineData("row.Net = row.Tax;")]
    [InlineData("if (row.Id > 3) row.Net = row.Tax; else row.Net = row.Tax;")]
    [InlineData("if (row.Id < 0) throw new InvalidDataException(); row.Net = row.Tax;")]
    [InlineData("if (row.Id > 3) { row.Net = row.Tax; return; } row.Net = row.Tax;")]
    [InlineData("void Inner(Row one) => one.Net = one.Tax; Inner(row);")]
    [InlineData("try { row.Net = row.Tax; } finally { row.Id = 0; }")]
    public void A_method_that_overwrites_a_member_of_its_argument_leaves_nothing_of_it(string change) => AmountAfter(change, "Change(row); Load(row.Net);", FromTax);

    [Theory]
    [InlineData("if (row.Id > 3) row.Net = row.Tax;")]
    [InlineData("if (row.Id > 3) return; row.Net = row.Tax;")]
    [InlineData("while (row.Id > 3) row.Net = row.Tax;")]
    [InlineData("try { row.Id = int.Parse(\"3\"); row.Net = row.Tax; } catch (FormatException) { row.Id = 0; }")]
    [InlineData("switch (row.Id) { case 3: row.Net = row.Tax; break; }")]
    public void A_method_that_may_overwrite_a_member_leaves_both(string change) => AmountAfter(change, "Change(row); Load(row.Net);", FromTax, FromNet);

    [Fact]
    public void A_method_that_makes_an_object_of_its_own_changes_nothing() => AmountAfter("row = new Row(); row.Net = 3;", "Change(row); Load(row.Net);", FromNet);

    [Fact]
    public void A_call_that_runs_on_one_way_only_leaves_both() => AmountAfter("row.Net = row.Tax;", "if (row.Id > 3) Change(row); Load(row.Net);", FromTax, FromNet);

    [Fact]
    public void A_method_behind_an_interface_overwrites_when_its_one_implementation_does() => AmountOf("step.Do(row); Load(row.Net);", FromTax);

    [Theory]
    [InlineData("row.TakeTax();", true)]
    [InlineData("row.MayTakeTax();", false)]
    [InlineData("row.LeaveOrTakeTax();", false)]
    public void A_method_of_the_object_overwrites_its_member(string call, bool isSure) =>
        AmountOf(call + " Load(row.Net);", isSure ? [FromTax] : [FromTax, FromNet]);

    [Fact]
    public void A_reference_that_may_be_left_alone_holds_both() =>
        AmountOf("var net = row.Net; ChangeRef(ref net, row.Tax); Load(net);", FromNet, "fact.amount <- in.csv:Tax via Row.Tax");

    [Theory]
    [InlineData("var rows = new List<Row> { row }; foreach (var one in rows) one.Net = one.Tax; Load(rows[0].Net);", true)]
    [InlineData("var rows = new List<Row> { row }; foreach (var one in rows) { if (one.Id > 3) continue; one.Net = one.Tax; } Load(rows[0].Net);", false)]
    [InlineData("var rows = new List<Row> { row }.Where(one => true); foreach (var one in rows) one.Net = one.Tax; foreach (var two in rows) Load(two.Net);", false)]
    public void A_loop_over_rows_in_memory_overwrites_a_member_of_each(string body, bool isSure) => AmountOf(body, isSure ? [FromTax] : [FromTax, FromNet]);

    [Theory]
    [InlineData("(row.Net, row.Tax) = (row.Tax, row.Net); Load(row.Net);", FromTax)]
    [InlineData("(row.Net, row.Tax) = (row.Tax, row.Net); Load(row.Tax);", "fact.amount <- in.csv:Net via Row.Net, Row.Tax")]
    [InlineData("var kept = row.Net; row.Net = row.Tax; row.Tax = kept; Load(row.Net);", FromTax)]
    [InlineData("var kept = row.Net; row.Net = row.Tax; row.Tax = kept; Load(row.Tax);", "fact.amount <- in.csv:Net via Row.Net, Row.Tax")]
    [InlineData("var (a, b) = (row.Net, row.Tax); (a, b) = (b, a); Load(a);", "fact.amount <- in.csv:Tax via Row.Tax")]
    [InlineData("row.Net = row.Net + row.Tax; Load(row.Net);", "fact.amount <- in.csv:Net via Row.Net [transformation]", "fact.amount <- in.csv:Tax via Row.Tax, Row.Net [transformation]")]
    public void A_swap_takes_what_was_there_before_it(string body, params string[] expected) => AmountOf(body, expected);
}
