using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>Reads SQL for tests, where <c>¤</c> stands for a hole.</summary>
internal static class SqlReading
{
    public const char Hole = '¤';

    public static SqlText Text(string sql)
    {
        var text = sql.Replace(Hole, SqlText.HoleMark);
        var holes = text.Select((c, at) => (c, at)).Where(x => x.c == SqlText.HoleMark).Select(x => new SqlHole(x.at, "hole")).ToImmutableArray();
        return new SqlText(text, holes);
    }

    public static SqlScript Script(string sql, SqlDialect dialect = SqlDialect.Unknown) => SqlReader.Read(Text(sql), dialect);

    public static SqlStatement One(string sql, SqlDialect dialect = SqlDialect.Unknown) => Assert.Single(Script(sql, dialect).Statements);

    /// <summary>The statements, each with those of its body behind it.</summary>
    public static IEnumerable<SqlStatement> WithBodies(IEnumerable<SqlStatement> statements) => statements.SelectMany(s => WithBodies(s.Body).Prepend(s));

    public static string Cut(string sql, SqlSpan span) => sql.Substring(span.Start, span.Length);

    /// <summary>Names with spaces between, as a test writes them.</summary>
    public static string Join(ImmutableArray<SqlName> names) => string.Join(' ', names.Select(n => n.Text.Replace(SqlText.HoleMark, Hole)));
}
