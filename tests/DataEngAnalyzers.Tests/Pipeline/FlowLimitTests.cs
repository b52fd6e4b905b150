using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Code of any size and in any state: an answer in time, or a gap.</summary>
public sealed class FlowLimitTests
{
    private const string Source = """
        public sealed class Row { public int Id { get; set; } public decimal Net { get; set; } public decimal Gross => Net * 2; }
        public sealed record Fact(int Key, decimal Amount);
        public sealed class Job(NpgsqlConnection db)
        {
            private List<Fact> _facts = new();
            public async Task Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                foreach (var (row, index) in csv.GetRecords<Row>().Where(row => row.Id > 0).Select((row, index) => (row, index)))
                {
                    var amount = row.Gross;
                    if (index > 3 && row is { Net: > 5 } big) amount = big.Net; else amount += 1;
                    _facts.Add(new Fact(row.Id, amount) with { Key = index });
                }
                Flush();
            }
            private void Flush()
            {
                var table = new DataTable();
                table.Columns.Add("key");
                foreach (var fact in _facts) table.Rows.Add(fact.Key, fact.Amount);
                db.Execute("INSERT INTO fact (key, amount) VALUES (@Key, @Amount)", _facts.GroupBy(fact => fact.Key).Select(group => new { group.Key, Amount = group.Sum(fact => fact.Amount) }));
                File.WriteAllLines("out.csv", _facts.Select(fact => $"{fact.Key};{fact.Amount}"));
            }
        }
        """;

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(17)]
    public void Broken_code_is_followed_as_far_as_it_goes(int every)
    {
        // Some words are missing, other ones in each variant.
        var words = Source.Split(' ');
        foreach (var first in new[] { 40, 60, 90 })
            Assert.NotNull(FlowText.Of(Code.Of(string.Join(' ', words.Where((_, at) => at < first || at % every != 0))).Stages));
    }

    [Fact]
    public void Code_that_ends_anywhere_is_followed_as_far_as_it_goes()
    {
        for (var length = Source.Length - 400; length < Source.Length; length += 57)
            Assert.NotNull(FlowText.Of(Code.Of(Source[..length]).Stages));
    }

    [Fact]
    public void A_value_that_is_computed_in_thousands_of_steps_takes_no_long_time()
    {
        var steps = string.Join('\n', Enumerable.Range(0, 3_000).Select(step => $"total = total + row.Net; if (row.Id > {step}) other += total;"));
        var stages = Code.Of($$"""
            public sealed class Row { public int Id { get; set; } public decimal Net { get; set; } }
            public sealed class Job(NpgsqlConnection db)
            {
                public void Run()
                {
                    using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                    foreach (var row in csv.GetRecords<Row>())
                    {
                        var total = 0m;
                        var other = 0m;
                        {{steps}}
                        db.Execute("INSERT INTO fact (total, other) VALUES (@total, @other)", new { total, other });
                    }
                }
            }
            """).Stages;

        var watch = Stopwatch.StartNew();
        var text = FlowText.Of(stages);

        Assert.Contains("fact.total", text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void Methods_that_call_each_other_in_a_circle_come_to_an_end() => FlowAssert.IsFor("fact.amount", """
        public sealed class Row { public int Id { get; set; } public decimal Net { get; set; } public Row? Next { get; set; } }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("in.csv"), CultureInfo.InvariantCulture);
                foreach (var row in csv.GetRecords<Row>())
                {
                    var current = row;
                    while (current.Next is not null) current = current.Next;
                    db.Execute("INSERT INTO fact (amount) VALUES (@amount)", new { amount = Ping(current.Id) });
                }
            }
            private static int Ping(int n) => n == 0 ? 0 : Pong(n - 1);
            private static int Pong(int n) => n == 0 ? 1 : Ping(n - 1);
        }
        """, ["fact.amount <- in.csv:Id via Row.Id [conditional]", "fact.amount ? the code goes further than is followed", "fact.amount ? what Job.Ping returns",
            .. Enumerable.Range(1, 10).Select(turns => $"fact.amount <- in.csv:{string.Concat(Enumerable.Repeat("Next.", turns))}Id via Row.Id, Row.Next [conditional]")]);

    [Fact]
    public void Who_stops_waiting_is_not_kept_waiting()
    {
        var stage = Code.Of(Source).Stages[0];
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => stage.FlowInto(stage.Writes.First(), stopped.Token));
    }
}
