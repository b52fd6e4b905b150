using Xunit;
using static DataEngAnalyzers.Tests.Pipeline.FlowJob;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>The columns of the files and texts that are written and read.</summary>
public sealed class FlowFileTests
{
    [Fact]
    public void Csv_records_are_written_under_their_names() => FlowAssert.Is(Job("""
        using var csvOut = new CsvWriter(new StreamWriter("out.csv"), CultureInfo.InvariantCulture);
        csvOut.WriteRecords(rows.Select(row => new { row.Id, Gross = row.Net + row.Tax }));
        """), """
        out.csv:Id <- in.csv:Id via Row.Id
        out.csv:Gross <- in.csv:Net via Row.Net [transformation]
        out.csv:Gross <- in.csv:Tax via Row.Tax [transformation]
        """);

    [Fact]
    public void Lines_of_text_have_fields_by_position() => FlowAssert.Is(Job("""
        File.WriteAllLines("out.txt", rows.Select(row => $"{row.Id};{row.State}"));
        """), """
        out.txt:[0] <- in.csv:Id via Row.Id [transformation]
        out.txt:[1] <- in.csv:State via Row.State [transformation]
        """);

    [Fact]
    public void Json_text_has_the_members_of_its_rows() => FlowAssert.Is(Job("""
        File.WriteAllText("out.json", JsonSerializer.Serialize(rows.Select(row => new Out(row.Id, row.Tax)).ToList()));
        """, usings: "using System.Text.Json; using System.Text.Json.Serialization; public sealed record Out([property: JsonPropertyName(\"id\")] int Key, decimal Tax);\n"), """
        out.json:id <- in.csv:Id via Row.Id, Out.Key
        out.json:Tax <- in.csv:Tax via Row.Tax, Out.Tax
        """);

    [Fact]
    public void Json_rows_are_read_under_their_names() => FlowAssert.Is("""
        using System.Text.Json; using System.Text.Json.Serialization;
        public sealed record In([property: JsonPropertyName("order_id")] int Id, decimal Net);
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                var rows = JsonSerializer.Deserialize<List<In>>(File.ReadAllText("in.json"))!;
                foreach (var row in rows) db.Execute("INSERT INTO fact (id, net) VALUES (@Id, @Net)", row);
            }
        }
        """, """
        fact.id <- in.json:order_id via In.Id
        fact.net <- in.json:Net via In.Net
        """);

    [Fact]
    public void A_text_that_grows_line_by_line_has_fields() => FlowAssert.Is(Job("""
        var text = new System.Text.StringBuilder();
        text.AppendLine("id,state");
        foreach (var row in rows)
            text.AppendLine($"{row.Id},{row.State}");
        File.WriteAllText("out.txt", text.ToString());
        """), """
        out.txt:[0] <- in.csv:Id via Row.Id [transformation]
        out.txt:[1] <- in.csv:State via Row.State [transformation]
        """);

    [Fact]
    public void A_text_that_grows_piece_by_piece_is_one_column() => FlowAssert.Is(Job("""
        var text = new System.Text.StringBuilder();
        foreach (var row in rows)
            text.Append(row.Id).Append(';').Append(row.State).AppendLine();
        File.WriteAllText("out.txt", text.ToString());
        """), """
        out.txt <- in.csv:Id via Row.Id [transformation]
        out.txt <- in.csv:State via Row.State [transformation]
        """);

    [Fact]
    public void A_line_that_is_written_in_pieces_is_one_column() => FlowAssert.Is(Job("""
        using var writer = new StreamWriter("out.txt");
        foreach (var row in rows)
            writer.Write($"{row.Id};{row.State};");
        """), """
        out.txt <- in.csv:Id via Row.Id [transformation]
        out.txt <- in.csv:State via Row.State [transformation]
        """);

    [Fact]
    public void Joined_values_are_fields_in_their_order() => FlowAssert.Is(Job("""
        using var writer = new StreamWriter("out.txt");
        foreach (var row in rows)
            writer.WriteLine(string.Join(";", row.State, row.Id));
        """), """
        out.txt:[0] <- in.csv:State via Row.State [transformation]
        out.txt:[1] <- in.csv:Id via Row.Id [transformation]
        """);

    [Fact]
    public void A_line_that_is_handed_on_as_it_is_stays_one_column() => FlowAssert.Is("""
        public sealed class Job
        {
            public void Run()
            {
                using var writer = new StreamWriter("out.txt");
                foreach (var line in File.ReadLines("in.txt")) writer.WriteLine(line);
            }
        }
        """, "out.txt <- in.txt");
}
