using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>One object under several names: what is done to it under one of them counts for all.</summary>
public sealed class FlowNameTests
{
    private static void AmountOf(string body, params string[] expected) => FlowAssert.IsFor("fact.amount", $$"""
        public sealed class Row { public int Id { get; set; } public decimal Net { get; set; } public decimal Tax { get; set; } }
        public sealed class Box { public Row? Row { get; set; } }
        public struct Small { public decimal Net { get; set; } }
        public sealed class Job(NpgsqlConnection db)
        {
            private Row? _last;
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                Row? last = null;
                foreach (var row in csv.GetRecords<Row>()) { {{body}} }
            }
            private void Load(object amount) => db.Execute("INSERT INTO fact (amount) VALUES (@amount)", new { amount });
            private static void Tax(Row row) { var same = row; same.Net = same.Tax; }
            private static void Look(Row row) { }
        }
        """, expected);

    [Theory]
    [InlineData("var copy = row; copy.Net = 5; Load(row.Net);")]
    [InlineData("var copy = row; row.Net = 5; Load(copy.Net);")]
    [InlineData("var one = row; var two = row; one.Net = 5; Load(two.Net);")]
    [InlineData("var one = row; var two = one; two.Net = 5; Load(row.Net);")]
    [InlineData("if (row is { } copy) { copy.Net = 5; Load(row.Net); }")]
    [InlineData("object any = row; ((Row)any).Net = 5; Load(row.Net);")]
    public void What_is_set_under_another_name_replaces_what_was_read(string body) => AmountOf(body, "fact.amount <- (constant) via Row.Net");

    [Theory]
    [InlineData("var copy = row; copy.Net = row.Tax; Load(row.Net);", "fact.amount <- in.csv:Tax via Row.Tax, Row.Net")]
    [InlineData("var copy = row; copy.Net = 5; row.Net = row.Tax; Load(row.Net);", "fact.amount <- in.csv:Tax via Row.Tax, Row.Net")]
    [InlineData("var copy = row; copy.Tax = 5; Load(row.Net);", "fact.amount <- in.csv:Net via Row.Net")]
    [InlineData("var copy = row; Load(row.Net); copy.Net = 5;", "fact.amount <- in.csv:Net via Row.Net")]
    [InlineData("var small = new Small { Net = row.Net }; var copy = small; copy.Net = row.Tax; Load(small.Net);", "fact.amount <- in.csv:Net via Row.Net, Small.Net")]
    [InlineData("var copy = row; copy = new Row(); Load(row.Net);", "fact.amount <- in.csv:Net via Row.Net")]
    public void Only_what_is_done_to_this_object_counts(string body, string expected) => AmountOf(body, expected);

    [Theory]
    [InlineData("var copy = row; if (row.Id > 3) copy = new Row(); copy.Net = row.Tax; Load(row.Net);", "copy")]
    [InlineData("var copy = last ?? row; copy.Net = 5; Load(row.Net);", "copy")]
    [InlineData("if (last != null) last.Net = 5; last = row; Load(row.Net);", "last")]
    [InlineData("_last = row; _last.Net = 5; Load(row.Net);", "_last")]
    [InlineData("_last = row; Tax(_last); Load(row.Net);", "_last")]
    public void A_name_that_may_stand_for_another_object_is_a_gap(string body, string name) =>
        AmountOf(body, "fact.amount <- in.csv:Net via Row.Net", $"fact.amount ? whether {name} is the same object");

    [Fact]
    public void Names_that_change_each_other_in_a_circle_come_to_an_end() => AmountOf(
        "var one = row; var two = last ?? one; while (two.Id > 3) { one.Net = two.Net + 1; two.Net = one.Net + row.Tax; one = two; last = two; two = one; } Load(row.Net);",
        "fact.amount <- in.csv:Net via Row.Net", "fact.amount ? whether one is the same object", "fact.amount ? whether two is the same object");

    [Fact]
    public void A_name_that_is_only_looked_at_is_no_gap() => AmountOf("_last = row; Look(_last); Load(row.Net);", "fact.amount <- in.csv:Net via Row.Net");

    [Fact]
    public void A_method_that_changes_its_row_under_another_name_changes_it() => AmountOf("Tax(row); Load(row.Net);", "fact.amount <- in.csv:Tax via Row.Tax, Row.Net");

    [Theory]
    [InlineData("var kept = new List<Row>(); kept.Add(row); row.Net = 5; foreach (var one in kept) Load(one.Net);")]
    [InlineData("var box = new Box(); box.Row = row; row.Net = 5; Load(box.Row.Net);")]
    [InlineData("var box = new Box { Row = row }; row.Net = 5; Load(box.Row.Net);")]
    [InlineData("var box = new Box { Row = row }; var copy = row; copy.Net = 5; Load(box.Row.Net);")]
    [InlineData("var kept = new[] { row }; row.Net = 5; Load(kept[0].Net);")]
    public void What_is_done_to_an_object_after_it_is_kept_is_a_gap(string body) =>
        AmountOf(body, "fact.amount ? what is done to row after it is kept");

    [Fact]
    public void What_is_added_to_an_object_after_it_is_kept_is_in_it() => AmountOf(
        "var kept = new List<Row>(); var sum = new Row(); kept.Add(sum); sum.Net += row.Net; foreach (var one in kept) Load(one.Net);",
        "fact.amount <- in.csv:Net via Row.Net [transformation]");

    [Theory]
    [InlineData("var kept = new List<Row>(); kept.Add(row); row.Tax = 5; foreach (var one in kept) Load(one.Net);")]
    [InlineData("row.Tax = 3; var box = new Box { Row = row }; Load(box.Row.Net);")]
    public void What_is_done_to_other_parts_of_a_kept_object_is_none(string body) => AmountOf(body, body.Contains("Box") ? "fact.amount <- in.csv:Net via Row.Net, Box.Row" : "fact.amount <- in.csv:Net via Row.Net");
}
