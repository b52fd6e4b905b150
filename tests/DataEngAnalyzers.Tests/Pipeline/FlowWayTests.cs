using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>The ways that values take through code.</summary>
public sealed class FlowWayTests
{
    private const string Rows = """
        using Shop;
        public sealed class Row { public int Id { get; set; } public decimal Net { get; set; } public decimal Tax { get; set; } public string State { get; set; } = ""; public decimal Gross => Net + Tax; }
        public sealed record Fact(int Key, decimal Amount);

        """;

    private static string Job(string body, string members = "") => Rows + $$"""
        public sealed class Job(NpgsqlConnection db, ShopContext context)
        {
            {{members}}
            public async Task Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                var rows = csv.GetRecords<Row>().ToList();
                {{body}}
            }

            {{(body.Contains("Load(") ? """private void Load(int key, object amount) => db.Execute("INSERT INTO fact (key, amount) VALUES (@key, @amount)", new { key, amount });""" : "")}}
        }
        """;

    private static void AmountOf(string body, params string[] expected) => FlowAssert.IsFor("fact.amount", Job(body), expected);

    [Fact]
    public void A_parameter_is_what_the_call_passes() =>
        AmountOf("foreach (var row in rows) Load(row.Id, row.Net);", "fact.amount <- in.csv:Net via Row.Net");

    [Fact]
    public void Swapped_arguments_land_in_each_others_columns() =>
        AmountOf("foreach (var row in rows) Load((int)row.Net, row.Id);", "fact.amount <- in.csv:Id via Row.Id");

    [Fact]
    public void A_reassigned_local_forgets_what_it_held() =>
        AmountOf("foreach (var row in rows) { var amount = row.Net; amount = row.Tax; Load(row.Id, amount); }", "fact.amount <- in.csv:Tax via Row.Tax");

    [Fact]
    public void A_local_that_is_overwritten_on_one_way_holds_either() => AmountOf("""
        foreach (var row in rows)
        {
            var amount = row.Net;
            if (row.State == "taxed") amount = row.Tax;
            Load(row.Id, amount);
        }
        """, "fact.amount <- in.csv:Tax via Row.Tax", "fact.amount <- in.csv:Net via Row.Net");

    [Fact]
    public void A_local_that_is_overwritten_on_both_ways_forgets_what_it_held() => AmountOf("""
        foreach (var row in rows)
        {
            var amount = row.Net;
            if (row.Id > 3) amount = row.Tax; else amount = 0;
            Load(row.Id, amount);
        }
        """, "fact.amount <- in.csv:Tax via Row.Tax");

    [Fact]
    public void A_value_that_is_changed_after_the_write_is_not_written() => AmountOf("""
        var amount = 0m;
        foreach (var row in rows.Take(1)) amount = row.Net;
        Load(1, amount);
        amount = rows[0].Tax;
        """, "fact.amount <- in.csv:Net via Row.Net");

    [Fact]
    public void The_next_turn_of_a_loop_sees_what_the_last_one_left() => AmountOf("""
        var last = 0m;
        foreach (var row in rows) { Load(row.Id, last); last = row.Net; }
        """, "fact.amount <- in.csv:Net via Row.Net");

    [Fact]
    public void A_way_that_leaves_brings_nothing_along() => AmountOf("""
        foreach (var row in rows)
        {
            var amount = row.Net;
            if (row.Id == 0) { amount = row.Tax; continue; }
            Load(row.Id, amount);
        }
        """, "fact.amount <- in.csv:Net via Row.Net");

    [Fact]
    public void A_choice_takes_both_values_and_is_decided_by_a_third() =>
        AmountOf("""foreach (var row in rows) Load(row.Id, row.State == "x" ? row.Net : row.Tax);""", "fact.amount <- in.csv:Net via Row.Net", "fact.amount <- in.csv:Tax via Row.Tax", "fact.amount <- in.csv:State via Row.State [conditional]");

    [Fact]
    public void A_member_with_a_body_is_made_of_what_the_body_reads() =>
        AmountOf("foreach (var row in rows) Load(row.Id, row.Gross);", "fact.amount <- in.csv:Net via Row.Net, Row.Gross [transformation]", "fact.amount <- in.csv:Tax via Row.Tax, Row.Gross [transformation]");

    [Fact]
    public void A_parameter_object_with_a_computed_member_is_made_of_what_the_body_reads() =>
        AmountOf("""db.Execute("INSERT INTO fact (key, amount) VALUES (@Id, @Gross)", rows);""", "fact.amount <- in.csv:Net via Row.Net, Row.Gross [transformation]", "fact.amount <- in.csv:Tax via Row.Tax, Row.Gross [transformation]");

    [Fact]
    public void Records_hand_on_by_position_and_with_replaces_one_member() => AmountOf("""
        foreach (var row in rows)
        {
            var fact = new Fact(row.Id, row.Net);
            var other = fact with { Amount = row.Tax };
            Load(fact.Key, other.Amount);
        }
        """, "fact.amount <- in.csv:Tax via Row.Tax, Fact.Amount");

    [Fact]
    public void With_keeps_the_other_members() => AmountOf("""
        foreach (var row in rows)
        {
            var fact = new Fact(row.Id, row.Net) with { Key = (int)row.Tax };
            Load(fact.Key, fact.Amount);
        }
        """, "fact.amount <- in.csv:Net via Row.Net, Fact.Amount");

    [Fact]
    public void Tuples_are_taken_apart_by_position() => AmountOf("""
        foreach (var (key, amount) in rows.Select(row => (row.Id, row.Tax)))
            Load(key, amount);
        """, "fact.amount <- in.csv:Tax via Row.Tax");

    [Fact]
    public void Records_are_taken_apart_by_position() => AmountOf("""
        foreach (var fact in rows.Select(row => new Fact(row.Id, row.Net))) { var (key, amount) = fact; Load(key, amount); }
        """, "fact.amount <- in.csv:Net via Row.Net, Fact.Amount");

    [Fact]
    public void A_shadowing_lambda_parameter_is_its_own_row() => AmountOf("""
        var other = new[] { new Fact(1, 5) };
        foreach (var amount in other.Select(row => row.Amount)) Load(1, amount);
        """, "fact.amount <- (constant) via Fact.Amount");

    [Fact]
    public void A_filter_decides_but_is_no_value() => FlowAssert.Is(Job("""foreach (var row in rows.Where(row => row.State == "paid")) Load(row.Id, row.Net);"""), """
        fact.key <- in.csv:Id via Row.Id
        fact.amount <- in.csv:Net via Row.Net
        fact <- in.csv:State via Row.State [filter]
        """);

    [Fact]
    public void Groups_are_summed_up() => FlowAssert.Is(Job("""
        var sums = rows.GroupBy(row => row.Id).Select(group => new { group.Key, Sum = group.Sum(row => row.Net) });
        foreach (var sum in sums) Load(sum.Key, sum.Sum);
        """), """
        fact.key <- in.csv:Id via Row.Id
        fact.amount <- in.csv:Net via Row.Net [aggregation]
        fact <- in.csv:Id via Row.Id [groupby]
        """);

    [Fact]
    public void A_join_takes_each_column_from_its_side() => FlowAssert.Is(Job("""
        var facts = from row in rows join sale in context.Sales on row.Id equals sale.Id orderby row.Tax select new Fact(sale.Id, sale.Amount);
        foreach (var fact in facts) Load(fact.Key, fact.Amount);
        """), """
        fact.key <- Sales.Id via Sale.Id, Fact.Key
        fact.amount <- Sales.Amount via Sale.Amount, Fact.Amount
        fact <- in.csv:Id via Row.Id [join]
        fact <- Sales.Id via Sale.Id [join]
        fact <- in.csv:Tax via Row.Tax [sort]
        """);

    [Fact]
    public void A_list_holds_what_is_added() => AmountOf("""
        var facts = new List<Fact>();
        foreach (var row in rows) facts.Add(new Fact(row.Id, row.Net));
        db.Execute("INSERT INTO fact (key, amount) VALUES (@Key, @Amount)", facts);
        """, "fact.amount <- in.csv:Net via Row.Net, Fact.Amount");

    [Fact]
    public void Another_list_is_another_list() => AmountOf("""
        var facts = new List<Fact>();
        var others = new List<Fact>();
        foreach (var row in rows) { facts.Add(new Fact(row.Id, row.Net)); others.Add(new Fact(row.Id, row.Tax)); }
        db.Execute("INSERT INTO fact (key, amount) VALUES (@Key, @Amount)", facts);
        """, "fact.amount <- in.csv:Net via Row.Net, Fact.Amount");

    [Fact]
    public void A_dictionary_gives_its_values() => AmountOf("""
        var facts = new Dictionary<int, Fact>();
        foreach (var row in rows) facts[row.Id] = new Fact(row.Id, row.Net);
        foreach (var pair in facts) Load(pair.Key, pair.Value.Amount);
        """, "fact.amount <- in.csv:Net via Row.Net, Fact.Amount");

    [Fact]
    public void A_lookup_by_key_is_a_value_of_the_other_side() => FlowAssert.Is(Job("""
        var prices = context.Sales.ToDictionary(sale => sale.Product, sale => sale.Amount);
        foreach (var row in rows) Load(row.Id, prices[row.State]);
        """), """
        fact.key <- in.csv:Id via Row.Id
        fact.amount <- Sales.Amount via Sale.Amount
        """);

    [Fact]
    public void What_a_loop_sets_on_the_elements_is_in_the_list() => AmountOf("""
        foreach (var row in rows) row.Net = row.Tax * 2;
        db.Execute("INSERT INTO fact (key, amount) VALUES (@Id, @Net)", rows);
        """, "fact.amount <- in.csv:Tax via Row.Tax, Row.Net [transformation]");

    [Fact]
    public void A_member_that_is_set_later_replaces_what_was_read() => AmountOf("""
        foreach (var row in rows) { row.Net = 7; Load(row.Id, row.Net); }
        """, "fact.amount <- (constant) via Row.Net");

    [Fact]
    public void A_member_of_another_object_stays() => AmountOf("""
        foreach (var row in rows) { var copy = new Row(); copy.Net = row.Tax; Load(row.Id, row.Net); }
        """, "fact.amount <- in.csv:Net via Row.Net");

    [Fact]
    public void A_method_that_fills_an_object_fills_its_member() => FlowAssert.IsFor("fact.amount", Job("""
        foreach (var row in rows) { var target = new Row(); Fill(target, row); Load(target.Id, target.Net); }
        """, "private static void Fill(Row target, Row source) { target.Id = source.Id; target.Net = source.Tax; }"), "fact.amount <- in.csv:Tax via Row.Tax, Row.Net");

    [Fact]
    public void Iterators_and_mapping_methods_hand_rows_on() => FlowAssert.IsFor("fact.amount", Job("""
        foreach (var fact in Map(rows)) Load(fact.Key, fact.Amount);
        """, """
        private static IEnumerable<Fact> Map(IEnumerable<Row> rows) { foreach (var row in rows) yield return To(row); }
        private static Fact To(Row row) => new(row.Id, Math.Round(row.Net, 2));
        """), "fact.amount <- in.csv:Net via Row.Net, Fact.Amount [transformation]");

    [Fact]
    public void A_method_group_maps_each_row() => FlowAssert.IsFor("fact.amount", Job("""
        db.Execute("INSERT INTO fact (key, amount) VALUES (@Key, @Amount)", rows.Select(To));
        """, "private static Fact To(Row row) => new(row.Id, row.Net);"), "fact.amount <- in.csv:Net via Row.Net, Fact.Amount");

    [Fact]
    public void A_channel_hands_rows_on() => AmountOf("""
        var channel = System.Threading.Channels.Channel.CreateUnbounded<Fact>();
        foreach (var row in rows) await channel.Writer.WriteAsync(new Fact(row.Id, row.Net));
        await foreach (var fact in channel.Reader.ReadAllAsync()) Load(fact.Key, fact.Amount);
        """, "fact.amount <- in.csv:Net via Row.Net, Fact.Amount");

    [Fact]
    public void What_an_unknown_library_returns_is_a_gap() => AmountOf("""
        foreach (var row in rows) Load(row.Id, Polly.Policy.NoOp().Wrap(Polly.Policy.NoOp()).PolicyKey);
        """, "fact.amount ? what Policy.Wrap returns");

    [Fact]
    public void A_parsed_text_is_transformed() =>
        AmountOf("foreach (var row in rows) { if (decimal.TryParse(row.State, out var amount)) Load(row.Id, amount); }", "fact.amount <- in.csv:State via Row.State [transformation]");

    [Fact]
    public void The_pairs_of_a_dictionary_are_taken_apart_into_key_and_value() => FlowAssert.Is(Job("""
        var sums = rows.GroupBy(row => row.Id).ToDictionary(group => group.Key, group => group.Sum(row => row.Net));
        foreach (var (key, amount) in sums) Load(key, amount);
        """), """
        fact.key <- in.csv:Id via Row.Id
        fact.amount <- in.csv:Net via Row.Net [aggregation]
        fact <- in.csv:Id via Row.Id [groupby]
        """);

    [Fact]
    public void A_row_at_a_counted_position_is_any_row() =>
        AmountOf("for (var at = 0; at < rows.Count; at++) Load(at, rows[at].Net);", "fact.amount <- in.csv:Net via Row.Net");

    [Fact]
    public void The_first_row_has_the_columns_of_a_row() =>
        AmountOf("Load(1, rows[0].Net);", "fact.amount <- in.csv:Net via Row.Net");

    [Theory]
    [InlineData("public class Based { public Based(decimal amount) => Amount = amount; public decimal Amount { get; } } public sealed class Derived : Based { public Derived(decimal amount) : base(amount * 2) { } }")]
    [InlineData("public record Based(decimal Amount); public sealed record Derived(decimal Net) : Based(Net * 2);")]
    [InlineData("public sealed class Derived { public Derived(decimal net) : this(net, 2) { } public Derived(decimal net, int times) => Amount = net * times; public decimal Amount { get; } }")]
    public void What_a_constructor_hands_to_another_one_is_a_gap(string types) =>
        FlowAssert.IsFor("fact.amount", Job("foreach (var row in rows) Load(row.Id, new Derived(row.Net).Amount);") + types, "fact.amount ? what the constructor of Derived puts into Amount");
}
