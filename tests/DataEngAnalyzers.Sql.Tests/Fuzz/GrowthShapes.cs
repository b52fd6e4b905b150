using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Sql.Tests.Corpus;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>Texts of any size: one part again and again, one form inside itself, and garbage.</summary>
internal static class GrowthShapes
{
    private const string Signs = "()[]{}'\"`$@#:;,.=<>-+*/|&?!\\ \na1¤";

    private static readonly string[] Parts =
    [
        "a = ", "a.", "SELECT ", "SELECT a FROM t ", "INSERT INTO t ", "INSERT INTO t (a) VALUES (1) ", "UPDATE t SET a = 1 ", "UPDATE t SET a = 1, ", "IF a = 1 ",
        "DECLARE x ", "DECLARE x int; ", "DO $$ ", "$$ ", "$a$ ", "[a ", "¤ ", "MERGE t WHEN MATCHED THEN ", "CREATE TABLE t (a int, ", "FROM t, ", "IN IN LIKE ", "CREATE PROCEDURE p ; ",
        "CREATE PROCEDURE p AS BEGIN ", "CREATE PROCEDURE p AS SELECT 1 ", "CREATE FUNCTION f() RETURNS int AS $$ ", "BEGIN TRAN ", "go\n", "go ", "go ;", "SELECT a UNION ", "WITH a AS (SELECT 1), ", "WITH a AS (SELECT 1) ",
        "CASE WHEN a THEN b ", "CASE ", "END ", "'x' ", "'", "\"x\".", "-- c\n", "/* c */", "/*", "# c\n", " #", "e'\\' ", "N'x", "q'[", "JOIN t ON a = b ", "AND a = @p ", "AND a BETWEEN ", "NOT ",
        "(1, 2), ", "VALUES (1, @p), ", "EXEC('", "EXEC p ", "EXECUTE IMMEDIATE 'x' ", "IF a THEN ", "IF EXISTS (SELECT 1 FROM t) INSERT INTO t VALUES (1) ", "ELSE ", "ELSIF a THEN ", "EXCEPTION WHEN a THEN ", "LOOP ", "WHILE a ",
        "ALTER TABLE t ADD a int, ", "ALTER TABLE t ADD a int; ", "DROP TABLE t, ", "t.*, ", "a.b.c.*, ", "PRIMARY KEY (a), ", "ON CONFLICT (a) DO UPDATE SET a = 1 ", "ON CONFLICT ", "MERGE INTO t USING s ON a = b ",
        "BEGIN TRY ", "BEGIN ", "BEGIN; ", "DELIMITER //\n", "DELIMITER $$\nx $$\n", "@a = ", "@a int, ", "a::", "a[1]", "{=a} ", "{0} ", "NOT EXISTS ", "LATERAL ", "WITH (NOLOCK) ", "OVER (PARTITION BY a) ", "FOR UPDATE ", "TOP 1 ",
        "WHERE a IN ", "SET a = 1, ", "RETURNING ", "OUTPUT inserted.a ", "INTO t ", "USING (a) ", "INSERT ALL INTO t VALUES (1) ", "WHEN a THEN INTO t ", "TRUNCATE TABLE t, ", "COPY t FROM ", "LOAD DATA ", "x -> y ->> ", ": ", "1", "1.", "a", "表", "\n", "\t", "\r\n",
        "(", ")", "( ", ") ", "()", "[", "]", "{", "}", "`", "\"", ".", ",", ";", "@", "?", "*", "+", "-", "/", "<", "\0", "a(", "a = (", "CURRENT_TIMESTAMP ", "now() ", "date(", "CREATE TRIGGER t BEFORE INSERT ON t ", "GRANT a ON b ", "CALL p; ", "REPLACE INTO t ",
    ];

    private static readonly (string Open, string Close)[] Nests =
    [
        ("(", ")"), ("SELECT a FROM (", ") x "), ("SELECT a FROM t WHERE a = (", ")"), ("SELECT a FROM t WHERE a IN (SELECT b FROM s WHERE b = (", "))"), ("BEGIN ", " END"), ("BEGIN TRY ", " END TRY "),
        ("IF EXISTS (SELECT 1 FROM t) BEGIN ", " END"), ("IF a = 1 THEN ", " END IF; "), ("CASE WHEN ", " END"), ("CASE WHEN a THEN b ELSE ", " END"), ("/*", "*/"), ("WITH a AS (", ") SELECT * FROM a "),
        ("WITH a AS (INSERT INTO t ", ")"), ("WITH a AS (INSERT INTO t SELECT * FROM b) ", ""), ("f(a = ", ")"), ("COALESCE(a, ", ")"), ("SELECT (SELECT ", ")"), ("(SELECT 1) UNION (", ")"), ("(SELECT * FROM a UNION ALL ", ")"),
        ("FROM (a JOIN ", " ON x = y)"), ("INSERT INTO t SELECT * FROM (", ")"), ("CREATE TABLE t (a int, ", ")"), ("CREATE TABLE t AS (", ")"), ("CREATE VIEW v AS (", ")"), ("VALUES (", ")"), ("MERGE t USING (", ") s ON a = b "),
        ("LOOP ", " END LOOP; "), ("WHILE a BEGIN ", " END "), ("WHILE a DO ", " END WHILE; "), ("CREATE PROCEDURE p AS BEGIN ", " END "), ("CREATE PROCEDURE p AS ", " "), ("CREATE FUNCTION f() AS $$ ", " $$ "), ("DO $a$ BEGIN ", " END $a$; "),
        ("EXEC ('", "')"), ("EXISTS (SELECT 1 FROM t WHERE ", ")"), ("[", "]"), ("{", "}"), ("DECLARE a int; BEGIN ", " END; "), ("OVER (PARTITION BY ", ")"), ("a IN (b, ", ")"),
    ];

    private static readonly string[] Garbage = ["any characters", "ascii", "signs", "keywords", "one word", "one string", "corpus"];

    /// <summary>The text of a size, by the name of its shape.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } =
        Parts.Select(part => (Name: $"repeat «{part}»", Text: (Func<int, string>)(size => Repeat(part, size))))
            .Concat(Nests.Select(nest => (Name: $"nest «{nest.Open}» «{nest.Close}»", Text: (Func<int, string>)(size => Nest(nest.Open, nest.Close, size)))))
            .Concat(Garbage.Select(kind => (Name: kind, Text: (Func<int, string>)(size => GarbageOf(kind, size)))))
            .ToDictionary(shape => shape.Name, shape => shape.Text);

    /// <summary>Every form inside itself, as often as the size allows.</summary>
    public static IEnumerable<string> Deep(int size) => Nests.Select(nest => Nest(nest.Open, nest.Close, size));

    private static string Repeat(string part, int size) => new StringBuilder().Insert(0, part, (size / part.Length) + 1).ToString();

    private static string Nest(string open, string close, int size)
    {
        var depth = size / (open.Length + close.Length);
        return new StringBuilder().Insert(0, open, depth).Append(" 1 ").Insert((depth * open.Length) + 3, close, depth).ToString();
    }

    private static string GarbageOf(string kind, int size)
    {
        var random = new Random(size);
        return kind switch
        {
            "any characters" => Letters(size, () => (char)random.Next(char.MaxValue)),
            "ascii" => Letters(size, () => (char)random.Next(9, 127)),
            "signs" => Letters(size, () => Signs[random.Next(Signs.Length)]),
            "keywords" => Words(size, Enum.GetNames<SqlKeyword>(), random),
            "one word" => new string('a', size),
            "one string" => "'" + new string('a', size),
            _ => Words(size, [.. CorpusFiles.All.Select(sample => sample.Sql)], random),
        };
    }

    private static string Letters(int size, Func<char> next) => string.Create(size, next, (letters, source) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = source();
    });

    private static string Words(int size, string[] words, Random random)
    {
        var text = new StringBuilder();
        while (text.Length < size)
            text.Append(words[random.Next(words.Length)]).Append(random.Next(9) == 0 ? ";\n" : "\n");
        return text.ToString();
    }
}
