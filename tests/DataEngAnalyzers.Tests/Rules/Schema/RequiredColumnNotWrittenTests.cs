using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class RequiredColumnNotWrittenTests() : RuleTests("DEA3035")
{
    private static readonly string[] Revisions =
    [
        "file | 1 | versions/b2.py | alembic",
        "dataset | 1 | 1 | 21 | 5 | alembic-table | | | fact_sales | known=yes;revision=b2",
        "column | 1 | 22 | 5 | id | sa.Integer() | int | no",
        "column | 1 | 23 | 5 | channel | sa.String() | string | no",
        "op | 1 | 23 | 5 | add_column | | fact_sales | channel | nullable=no | b2",
    ];

    private const string Leaving = "db.Execute(\"INSERT INTO fact_sales (id) VALUES (1) ON CONFLICT DO NOTHING\");";

    [Theory]
    [InlineData("db.[|Execute|](\"INSERT INTO fact_sales (id) VALUES (1) ON CONFLICT DO NOTHING\");")]
    [InlineData("await db.[|ExecuteAsync|](\"INSERT INTO public.fact_sales (id) SELECT id FROM raw_sales\");")]
    [InlineData("using var copy = db.BeginBinaryImport(\"COPY fact_sales (id) FROM STDIN (FORMAT BINARY)\");\nforeach (var sale in sales)\n{\n    copy.[|StartRow|]();\n    copy.Write(sale.Id);\n}\n\ncopy.Complete();")]
    public Task Reports_a_write_without_the_column(string write)
    {
        Declare(Revisions);
        return Reports(write);
    }

    [Theory]
    [InlineData("db.Execute(\"INSERT INTO fact_sales (id, Channel) VALUES (1, 'shop') ON CONFLICT DO NOTHING\");")]
    [InlineData("db.Execute(\"UPDATE fact_sales SET id = 2 WHERE id = 1\");")]
    [InlineData("db.Execute(\"INSERT INTO fact_sales SELECT * FROM raw_sales\");")]
    [InlineData("db.Execute(\"INSERT INTO returns (id) VALUES (1)\");")]
    public Task Stays_quiet_when_the_column_is_written_or_none_is_needed(string write)
    {
        Declare(Revisions);
        return StaysQuiet(write);
    }

    [Theory]
    [InlineData("known=yes", "known=no")]
    [InlineData("nullable=no | b2", "nullable=no;default=yes | b2")]
    [InlineData("sa.String() | string | no", "sa.String() | string | yes")]
    [InlineData("| channel | sa.String() | string | no", "| sales_channel | sa.String() | string | no")]
    public Task Stays_quiet_when_the_column_may_have_a_value_of_its_own(string part, string other)
    {
        Declare([.. Revisions.Select(line => line.Replace(part, other, System.StringComparison.Ordinal))]);
        return StaysQuiet(Leaving);
    }
}
