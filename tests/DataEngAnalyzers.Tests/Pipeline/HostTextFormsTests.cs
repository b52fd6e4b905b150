using System;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>
/// The texts that an expression can be, however the program puts them together. <c>¤</c> is a hole; texts are parted by <c> | </c>.
/// In scope: <c>all</c> and <c>day</c>, of which nothing is known.
/// </summary>
public sealed class HostTextFormsTests
{
    [Theory]
    [InlineData("""db.Execute(all ? "A" : "B");""", "A | B")]
    [InlineData("""db.Execute("A" + (all ? " x" : "") + " B");""", "A x B | A B")]
    [InlineData("""db.Execute($"A {(all ? "x" : "y")} B");""", "A x B | A y B")]
    [InlineData("""db.Execute(day switch { "a" => "A", "b" => "B", _ => "C" });""", "A | B | C")]
    [InlineData("""db.Execute(day switch { "a" => "A", _ => throw new Exception() });""", "A")]
    [InlineData("""db.Execute(all ? "A" : throw new Exception());""", "A")]
    [InlineData("""db.Execute(day ?? "A");""", "¤ | A")]
    [InlineData("""string? sql = null; db.Execute(sql ?? "A");""", "A")]
    [InlineData("""var sql = "A"; db.Execute(sql ?? "B");""", "A")]
    [InlineData("""var table = all ? "t" : "u"; db.Execute($"A {table} B {table}");""", "A t B t | A u B u")]
    public void A_choice_is_one_text_a_way(string code, string expected) => Reads(code, expected);

    [Theory]
    [InlineData("""var sql = "A"; if (all) sql += " x"; db.Execute(sql);""", "A x | A")]
    [InlineData("""var sql = "A"; if (all) sql = sql + " x"; else sql = $"{sql} y"; sql += " z"; db.Execute(sql);""", "A x z | A y z")]
    [InlineData("""string sql; if (all) sql = "A"; else sql = "B"; db.Execute(sql);""", "A | B")]
    [InlineData("""string sql; if (all) { sql = "A"; } else if (day == "") { sql = "B"; } else { throw new Exception(); } db.Execute(sql);""", "A | B")]
    [InlineData("""var sql = "A"; if (all) return; sql += " x"; db.Execute(sql);""", "A x")]
    [InlineData("""var sql = "A"; if (all) { sql = "B"; return; } db.Execute(sql);""", "A")]
    [InlineData("""var sql = "A"; if (all) { sql = "B"; db.Execute(sql); }""", "B")]
    [InlineData("""var sql = "A"; sql = "B"; db.Execute(sql);""", "B")]
    [InlineData("""var sql = "A"; db.Execute(sql); sql = "B";""", "A")]
    [InlineData("""string sql; switch (day) { case "a": sql = "A"; break; case "b": sql = "B"; break; default: throw new Exception(); } db.Execute(sql);""", "A | B")]
    [InlineData("""var sql = "A"; switch (day) { case "a": sql += " x"; break; } db.Execute(sql);""", "A x | A")]
    [InlineData("""var sql = "A"; switch (day) { case "a": sql += " x"; if (all) break; sql += " y"; break; } db.Execute(sql);""", "¤ | A")]
    [InlineData("""var sql = "A"; foreach (var sale in sales) sql += $" {sale.Id},"; db.Execute(sql);""", "A¤")]
    [InlineData("""var sql = "A"; foreach (var sale in sales) sql = sale.Product; db.Execute(sql);""", "¤")]
    [InlineData("""foreach (var sale in sales) { var sql = "A"; if (all) sql += " x"; db.Execute(sql); }""", "A x | A")]
    [InlineData("""var sql = "A"; try { sql = "B"; } catch (Exception) { } db.Execute(sql);""", "¤")]
    [InlineData("""var sql = "A"; try { sql = "B"; } catch (Exception) { throw; } db.Execute(sql);""", "B")]
    [InlineData("""var sql = "A"; try { log(sql); } catch (Exception) { log(""); } finally { sql += " x"; } db.Execute(sql);""", "A x")]
    [InlineData("""using (db) { var sql = "A"; sql += " x"; db.Execute(sql); }""", "A x")]
    [InlineData("""string? sql = null; sql ??= "A"; db.Execute(sql);""", "A")]
    [InlineData("""var sql = "A"; Action change = () => sql = "B"; change(); db.Execute(sql);""", "¤")]
    [InlineData("""var sql = "A"; Change(ref sql); db.Execute(sql); void Change(ref string text) => text = "B";""", "¤")]
    [InlineData("""var sql = "A"; sql += " x"; Action run = () => db.Execute(sql); run();""", "A x")]
    [InlineData("""var sql = "A"; Action run = () => db.Execute(sql); sql += " x"; run();""", "¤")]
    [InlineData("""day = "A"; if (all) day += " x"; db.Execute(day);""", "A x | A")]
    [InlineData("""(var sql, var n) = ("A", 1); sql += n; db.Execute(sql);""", "¤¤")]
    public void A_variable_has_the_texts_of_the_ways_that_lead_here(string code, string expected) => Reads(code, expected);

    [Theory]
    [InlineData("""var sql = new StringBuilder("A"); sql.Append(" x"); db.Execute(sql.ToString());""", "A x")]
    [InlineData("""var sql = new StringBuilder(); sql.Append("A").AppendLine(" x").Append(' ').Append('y'); db.Execute(sql.ToString());""", "A x\n y")]
    [InlineData("""var sql = new StringBuilder().Append("A").Append(" x").ToString(); db.Execute(sql);""", "A x")]
    [InlineData("""var sql = new StringBuilder("A"); if (all) sql.Append(" x"); db.Execute(sql.ToString());""", "A x | A")]
    [InlineData("""var sql = new StringBuilder("A"); foreach (var sale in sales) sql.Append(sale.Id).Append(","); sql.Append(" z"); db.Execute(sql.ToString());""", "A¤ z")]
    [InlineData("""var sql = new StringBuilder("A"); foreach (var sale in sales) sql.Append(sale.Id).Append(","); sql.Length--; sql.Append(" z"); db.Execute(sql.ToString());""", "A¤ z")]
    [InlineData("""var sql = new StringBuilder("A"); foreach (var sale in sales) sql.Append(sale.Id).Append(","); db.Execute(sql.ToString().TrimEnd(','));""", "A¤")]
    [InlineData("""var sql = new StringBuilder("A"); sql.AppendFormat(" {0} {1:D}", "x", 3); db.Execute(sql.ToString());""", "A x ¤")]
    [InlineData("""var sql = new StringBuilder("A"); sql.Append($" x {day}"); sql.AppendLine($" y"); db.Execute(sql.ToString());""", "A x ¤ y\n")]
    [InlineData("""var sql = new StringBuilder("A "); sql.AppendJoin(", ", sales.Select(sale => sale.Id)); db.Execute(sql.ToString());""", "A ¤")]
    [InlineData("""var sql = new StringBuilder("A"); sql.Clear().Append("B"); db.Execute(sql.ToString());""", "B")]
    [InlineData("""var sql = new StringBuilder("A"); sql.Length = 0; sql.Append("B"); db.Execute(sql.ToString());""", "B")]
    [InlineData("""var sql = new StringBuilder("A x"); sql.Replace("x", "y"); db.Execute(sql.ToString());""", "A y")]
    [InlineData("""var sql = new StringBuilder("A"); sql.Insert(0, "x"); db.Execute(sql.ToString());""", "¤")]
    [InlineData("""var sql = new StringBuilder("A"); sql = sql.Append(" x"); db.Execute($"{sql} y");""", "A x y")]
    [InlineData("""var sql = new StringBuilder("A"); var other = sql; other.Append(" x"); db.Execute(sql.ToString());""", "¤")]
    [InlineData("""var sql = new StringBuilder("A"); Filter(sql, all); sql.Append(" z"); db.Execute(sql.ToString()); static void Filter(StringBuilder text, bool all) { text.Append(" x"); if (all) text.Append(" y"); }""", "A x y z | A x z")]
    [InlineData("""var sql = new StringBuilder("A"); Filter(sql, all); sql.Append(" z"); db.Execute(sql.ToString()); static void Filter(StringBuilder text, bool all) { text.Append(" x"); if (all) return; text.Append(" y"); }""", "A x z | A x y z")]
    [InlineData("""var sql = new StringBuilder("A"); Filter(sql); sql.Append(" z"); db.Execute(sql.ToString()); static void Filter(StringBuilder text) => text.Append(" x");""", "A x z")]
    [InlineData("""var sql = new StringBuilder("A"); Console.WriteLine(sql); new StringWriter(sql).Write("x"); db.Execute(sql.ToString());""", "¤")]
    [InlineData("""var sql = new StringBuilder("A").Append('x', 3); db.Execute(sql.ToString());""", "A¤")]
    public void A_builder_holds_what_was_appended(string code, string expected) => Reads(code, expected);

    [Theory]
    [InlineData("""db.Execute(string.Format("A {0} {{1}} {1}", "x", day));""", "A x {1} ¤")]
    [InlineData("""db.Execute(string.Format(CultureInfo.InvariantCulture, "A {0,5} {1}", 1, 2));""", "A ¤ 2")]
    [InlineData("""var values = new object[] { "x" }; db.Execute(string.Format("A {0}", values));""", "A ¤")]
    [InlineData("""db.Execute(string.Format("A {0} {1} {2} {3}", "a", "b", "c", "d"));""", "A a b c d")]
    [InlineData("""db.Execute(string.Concat("A", " x", day));""", "A x¤")]
    [InlineData("""db.Execute(string.Concat("A", " b", " c", " d", " e"));""", "A b c d e")]
    [InlineData("""db.Execute("A " + string.Join(", ", sales.Select(sale => sale.Id)) + " z");""", "A ¤ z")]
    [InlineData("""db.Execute(string.Join(" ", "A", "x", "y"));""", "A x y")]
    [InlineData("""db.Execute(string.Join("\n", new[] { "A", "x" }));""", "A\nx")]
    [InlineData("""db.Execute(string.Join(' ', "A", "x"));""", "A x")]
    [InlineData("""db.Execute(string.Join(" ", ["A", day]));""", "A ¤")]
    [InlineData("""db.Execute("A {table} B {table}".Replace("{table}", "t"));""", "A t B t")]
    [InlineData("""db.Execute("A {table}".Replace("{table}", day));""", "A ¤")]
    [InlineData("""db.Execute("A x".Replace('x', 'y'));""", "A y")]
    [InlineData("""db.Execute("A x".Replace(day, "y"));""", "¤")]
    [InlineData("""db.Execute("  A x ,; ".Trim().TrimEnd(';', ','));""", "A x ")]
    [InlineData("""var sql = "A, "; if (all) sql += "x, "; db.Execute(sql.TrimEnd(',', ' ') + " z");""", "A, x z | A z")]
    [InlineData("""db.Execute("a x".ToUpperInvariant());""", "A X")]
    [InlineData("""db.Execute(FormattableString.Invariant($"A {day}"));""", "A ¤")]
    [InlineData("""FormattableString sql = $"A {day}"; db.Execute(sql.ToString());""", "A ¤")]
    [InlineData("""db.Execute(string.Create(CultureInfo.InvariantCulture, $"A {day}"));""", "A ¤")]
    [InlineData("""db.Execute("A" + Environment.NewLine + "x" + string.Empty);""", "A\nx")]
    [InlineData("""db.Execute($"A {1} {true} {'c'} {DayOfWeek.Friday} {nameof(day)}");""", "A 1 True c Friday day")]
    [InlineData("""db.Execute(File.ReadAllText("load.sql"));""", "¤")]
    [InlineData("""db.Execute(System.Text.Encoding.UTF8.GetString("A x"u8));""", "A x")]
    public void A_call_that_makes_text_is_read(string code, string expected) => Reads(code, expected);

    [Theory]
    [InlineData("db.Execute(Load);", "A x")]
    [InlineData("db.Execute(Queries.Load);", "A q")]
    [InlineData("db.Execute(Queries.Table + _table);", "t f")]
    [InlineData("db.Execute(System.Net.Mime.MediaTypeNames.Text.Plain);", "text/plain")]
    [InlineData("db.Execute(Property);", "A f")]
    [InlineData("db.Execute(Getter);", "A g")]
    [InlineData("db.Execute(Insert(\"t\"));", "A t")]
    [InlineData("db.Execute(Chosen(all));", "A | B | C")]
    [InlineData("db.Execute(Built(all));", "A x | A")]
    [InlineData("db.Execute(Queries.Into(\"t\", day));", "A t ¤")]
    [InlineData("db.Execute(Overridden());", "¤")]
    [InlineData("db.Execute(Again(3));", "A¤")]
    [InlineData("db.Execute(Local()); string Local() => \"A l\";", "A l")]
    [InlineData("db.Execute(day.Into());", "A ¤")]
    public void A_member_of_this_project_yields_what_it_returns(string code, string expected) => Reads(code, expected);

    [Theory]
    [InlineData("""foreach (var sql in new[] { "A", "B" }) db.Execute(sql);""", "A | B")]
    [InlineData("""string[] tables = ["t", "u"]; foreach (var table in tables) db.Execute($"A {table} B {table}");""", "A t B t | A u B u")]
    [InlineData("""foreach (var sale in sales) db.Execute(sale.Product);""", "¤")]
    [InlineData("""var sql = new StringBuilder(); foreach (var sale in sales) sql.AppendLine($"A {sale.Id};"); sql.Append("B;"); db.Execute(sql.ToString());""", "A ¤;\nB;")]
    [InlineData("""var sql = new StringBuilder("A"); foreach (var sale in sales) sql.AppendLine($"x {sale.Id};"); db.Execute(sql.ToString());""", "A¤")]
    [InlineData("""var sql = new StringBuilder(); foreach (var sale in sales) { sql.Append("A;"); db.Execute(sql.ToString()); }""", "¤A;")]
    public void The_turns_of_a_loop_are_read_where_they_are_written_out_or_whole_statements(string code, string expected) => Reads(code, expected);

    [Theory]
    [InlineData("""if (all) _sql = "A"; else _sql = "B";""", "A | B")]
    [InlineData("""_sql = "A"; if (all) { _sql += " x"; return; } _sql += " y";""", "A x | A y")]
    [InlineData("""_sql = all ? "A" : "B";""", "A | B")]
    [InlineData("""_sql = "A"; Action change = () => _sql = "B"; change();""", "¤")]
    public void A_field_holds_what_its_constructor_leaves_in_it(string constructor, string expected)
    {
        var code = Code.OfFiles($$"""
            namespace Shop;
            public class Loader
            {
                private string _sql;
                private readonly NpgsqlConnection db = null!;
                public Loader(bool all) { {{constructor}} }
                public void Run() => db.Execute(_sql);
            }
            """);
        Assert.Equal(expected, string.Join(" | ", code.TextsPassedTo("Execute").Select(text => text.Text.Text.Replace(SqlText.HoleMark, '¤'))));
    }

    [Fact]
    public void A_field_that_another_method_adds_to_is_unknown() => Assert.False(Code.OfFiles("""
        namespace Shop;
        public class Loader(NpgsqlConnection db)
        {
            private string _sql = "A";
            public void Add() => _sql += " x";
            public void Run() => db.Execute(_sql);
        }
        """).TextPassedTo("Execute").IsConstant);

    [Fact]
    public void A_body_is_followed_once_however_often_its_texts_are_asked_for()
    {
        var calls = string.Concat(Enumerable.Repeat("sql.Clear().Append(\"A\"); db.Execute(sql.ToString()); ", 400));
        var code = Of($"var sql = new StringBuilder(); {calls}");
        var operations = code.Stage.Operations;
        Assert.Equal(400, operations.Length);

        var (place, history) = Assert.Single(operations.Select(operation => operation.Call.Frame).Distinct().Single().Texts);
        Assert.Same(history, new TextReading(code.Context).History(operations[0].Call.Frame, place, depth: 0));
    }

    [Fact]
    public void Too_many_texts_are_one_with_holes() => Reads(
        string.Concat("""var sql = "A";""", string.Concat(Enumerable.Range(0, 4).Select(i => $" if (day == \"{i}\") sql += \" x{i}\";")), " db.Execute(sql + \" z\");"),
        "A¤¤¤¤ z");

    [Fact]
    public void A_text_that_doubles_itself_ends()
    {
        var code = string.Concat("""var sql = "A"; """, string.Concat(Enumerable.Repeat("sql = sql + sql; ", 60)), "db.Execute(sql);");
        Assert.False(Of(code).TextPassedTo("Execute").IsConstant);
    }

    [Fact]
    public void A_text_that_grows_for_long_is_read_to_its_end()
    {
        var code = string.Concat("""var sql = new StringBuilder("A"); """, string.Concat(Enumerable.Repeat("sql.Append(\" x\").Append(day); sql = sql.Append(\" y\"); ", 500)), "db.Execute(sql.ToString());");
        Reads(code, "A" + string.Concat(Enumerable.Repeat(" x¤ y", 500)));
    }

    [Fact]
    public void Texts_made_of_each_other_end() => Reads("""var a = "A"; var b = "B"; a = b + "x"; b = a + "y"; a = b; db.Execute(a);""", "¤y");

    [Fact]
    public void A_constant_of_another_file_stands_in_that_file()
    {
        var text = Of("db.Execute(Queries.Load);").TextPassedTo("Execute");
        Assert.EndsWith("Queries.cs", text.Locate(new SqlSpan(0, 1))!.SourceTree!.FilePath, StringComparison.Ordinal);
    }

    private static void Reads(string code, string expected)
    {
        var texts = Of(code).TextsPassedTo("Execute").Select(text => text.Text.Text.Replace(SqlText.HoleMark, '¤'));
        Assert.Equal(expected, string.Join(" | ", texts));
    }

    private static Code Of(string code) => Code.OfFiles(
        $$"""
        using System.Text;
        namespace Shop;

        public class Loader(NpgsqlConnection db, Action<string> log)
        {
            private const string Load = "A" + " x";
            private static readonly string _table = " f";
            private static string Property => $"A{_table}";
            private static string Getter { get { return "A g"; } }
            public void Run(bool all, string day, IReadOnlyList<Sale> sales)
            {
                {{code}}
            }
            private static string Insert(string table) => $"A {table}";
            private static string Chosen(bool all)
            {
                if (all) return "A";
                return DateTime.Now.Hour > 3 ? "B" : "C";
            }
            private static string Built(bool all)
            {
                var text = new StringBuilder("A");
                if (all) text.Append(" x");
                return text.ToString();
            }
            protected virtual string Overridden() => "A";
            private static string Again(int n) => "A" + Again(n - 1);
        }
        """,
        ("Queries.cs", """
        namespace Shop;
        public static class Queries
        {
            public const string Load = "A q";
            public static readonly string Table = "t";
            public static string Into(string table, string day) => $"A {table} {day}";
            public static string Into(this string table) => $"A {table}";
        }
        """));
}
