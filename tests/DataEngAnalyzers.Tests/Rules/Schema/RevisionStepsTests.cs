using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

/// <summary>The rules of migrations ask the revisions of Alembic what they ask C# and SQL.</summary>
public sealed class RevisionStepsTests
{
    private const string Code = """
        namespace Shop;

        public sealed class Loader(NpgsqlConnection db)
        {
            public void Load(Sale sale) => db.Execute("INSERT INTO fact_sales (id, amt) VALUES (@Id, 1) ON CONFLICT (id) DO NOTHING", sale);
        }
        """;

    [Theory]
    [InlineData("DEA3010", "drop_column | | fact_sales | amt | | b2", "'fact_sales.amt' and its values are gone once this migration runs, yet still used by Source0.cs")]
    [InlineData("DEA3010", "drop_table | dw | returns | | | b2", "'dw.returns' and its rows are gone once this migration runs, yet still used by the last release and any replay")]
    [InlineData("DEA3011", "rename_column | | fact_sales | amt | to=amount | b2", "'fact_sales.amt' is called 'amount' once this migration runs; the old name is still used by Source0.cs")]
    [InlineData("DEA3011", "rename_table | | returns | | to=refunds | b2", "'returns' is called 'refunds' once this migration runs; the old name is still used by the last release and any replay")]
    [InlineData("DEA3012", "add_column | | fact_sales | channel | nullable=no | b2", "'fact_sales.channel' becomes NOT NULL and the migration fails on the first row that is there")]
    [InlineData("DEA3012", "set_not_null | | fact_sales | channel | | b2", "'fact_sales.channel' becomes NOT NULL and the migration fails on the first row that is there")]
    [InlineData("DEA3013", "alter_type | | fact_sales | channel | to=sa.String(length=50);type=sa.String(length=200) | b2", "'fact_sales.channel' shrinks from varchar(200) to varchar(50): longer values do not fit, so the migration fails or cuts rows that are there")]
    [InlineData("DEA3014", "create_index | | fact_sales | | | b2", "Loads of 'fact_sales' wait until this index is built over all its rows: it is not built CONCURRENTLY")]
    public async Task Reports_an_operation_on_its_line(string id, string operation, string message) =>
        Assert.Equal(["versions/b2.py:21 " + message], await new FileFindings(id, "postgresql").OfAsync([Code], ["file | 1 | versions/b2.py | alembic", "op | 1 | 21 | 5 | " + operation]));

    [Theory]
    [InlineData("DEA3010", "drop_column | | fact_sales | amt | contract=yes | b2")]
    [InlineData("DEA3010", "drop_table | | stg_sales | | | b2")]
    [InlineData("DEA3012", "add_column | | fact_sales | channel | nullable=no;default=yes | b2")]
    [InlineData("DEA3012", "add_column | | fact_sales | channel | | b2")]
    [InlineData("DEA3013", "alter_type | | fact_sales | channel | to=sa.Text();type=sa.String(length=200) | b2")]
    [InlineData("DEA3013", "alter_type | | fact_sales | channel | to=mine.Money();type=sa.Integer() | b2")]
    [InlineData("DEA3014", "create_index | | fact_sales | | concurrent=yes | b2")]
    public async Task Stays_quiet_about_an_operation_that_nothing_is_lost_by(string id, string operation) =>
        Assert.Empty(await new FileFindings(id, "postgresql").OfAsync([Code], ["file | 1 | versions/b2.py | alembic", "op | 1 | 21 | 5 | " + operation]));

    [Theory]
    [InlineData("DEA3010", "create_table | | fact_sales | | | b2", "drop_column | | fact_sales | amt | | b2")]
    [InlineData("DEA3012", "execute | | | | | b2", "set_not_null | | fact_sales | channel | | b2")]
    [InlineData("DEA3010", "execute | | | | | b2", "drop_column | | fact_sales | amt | | b2")]
    public async Task Stays_quiet_when_an_earlier_operation_of_the_revision_makes_it_good(string id, string earlier, string operation) =>
        Assert.Empty(await new FileFindings(id, "postgresql").OfAsync([Code], ["file | 1 | versions/b2.py | alembic", "op | 1 | 20 | 5 | " + earlier, "op | 1 | 21 | 5 | " + operation]));
}
