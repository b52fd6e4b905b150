using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Schema;

public sealed class RevisionTreeBrokenTests
{
    private readonly FileFindings _findings = new("DEA3024");

    [Theory]
    [InlineData("heads | b2 | a1, b2", "Revision b2 is one of several heads (a1, b2): alembic upgrade head refuses to run, and tables stay as they were")]
    [InlineData("missing-parent | b2 | 9f", "Revision b2 follows 9f, which no file has: alembic stops before it changes any table")]
    [InlineData("duplicate | b2 | a1_orders.py", "Revision b2 stands in two files (a1_orders.py): alembic takes one of them, and the tables of the other are never made")]
    [InlineData("empty-downgrade | b2 | ", "Revision b2 has a downgrade that does nothing: a release that fails cannot go back to the tables it came from")]
    public async Task Reports_a_flaw_of_the_tree_on_its_line(string flaw, string message) =>
        Assert.Equal(["versions/b2.py:12 " + message], await _findings.OfAsync("file | 1 | versions/b2.py | alembic", "tree | 1 | 12 | 1 | " + flaw));

    [Theory]
    [InlineData("tree | 1 | 12 | 1 | unheard-of | b2 | a1")]
    [InlineData("op | 1 | 12 | 1 | create_table | | orders | | | b2")]
    public async Task Stays_quiet_about_anything_else(string fact) => Assert.Empty(await _findings.OfAsync("file | 1 | versions/b2.py | alembic", fact));
}
