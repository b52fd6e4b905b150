using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Benchmark;

/// <summary>The two that are compared, each from a text to what it makes of it. Neither is loaded before it is called.</summary>
internal static class Readers
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object Ours(string sql) => SqlReader.Read(SqlText.FromConstant(sql), SqlDialect.TSql);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object ScriptDom(string sql) => Parse(sql, out _);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool ScriptDomAccepts(string sql)
    {
        Parse(sql, out var errors);
        return errors.Count == 0;
    }

    private static TSqlFragment Parse(string sql, out IList<ParseError> errors)
    {
        using var reader = new StringReader(sql);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }
}
