using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

/// <summary>A condition that the program adds or leaves out is its own choice.</summary>
public sealed class ChangeOfSeveralTextsTests() : RuleTests("DEA1011")
{
    [Theory]
    [InlineData("""var sql = "[|DELETE FROM orders|]"; sql += " ";""")]
    [InlineData("""var sql = new System.Text.StringBuilder("[|DELETE FROM|]").Append(" orders");""")]
    [InlineData("""var sql = new System.Text.StringBuilder().Append("[|DELETE FROM orders|]").AppendLine();""")]
    [InlineData("""var sql = string.Join("\n", "[|UPDATE orders|]", "SET state = 1");""")]
    [InlineData("""var sql = string.Format("[|UPDATE |]{0} SET state = {1}", "orders", sales.Count);""")]
    public Task Reports_in_the_literal_however_the_text_is_made(string sql) => Reports($"{sql} db.Execute(sql.ToString());");

    [Theory]
    [InlineData("""var sql = "DELETE FROM orders"; sql += " WHERE id = 1";""")]
    [InlineData("""var sql = "DELETE FROM orders"; if (sales.Count > 0) sql += " WHERE id = 1";""")]
    [InlineData("""var sql = "DELETE FROM orders" + (sales.Count > 0 ? " WHERE id = 1" : "");""")]
    [InlineData("""var sql = new System.Text.StringBuilder("DELETE FROM orders"); foreach (var sale in sales) sql.Append(sale.Product);""")]
    [InlineData("""var sql = ""; foreach (var table in new[] { "orders", "customers" }) db.Execute($"DELETE FROM {table}");""")]
    [InlineData("""var sql = "DELETE FROM orders"; Narrow(ref sql); static void Narrow(ref string text) => text += " WHERE id = 1";""")]
    public Task Stays_quiet_where_a_condition_may_follow(string sql) => StaysQuiet($"{sql} db.Execute(sql.ToString());");
}
