using System.IO;
using System.Linq;
using DataEngAnalyzers.Sql.Tests.Corpus;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>Microsoft's own parser of T-SQL.</summary>
internal sealed class ScriptDomJudge : IJudge
{
    public string Name => "scriptdom";

    public SqlDialect Dialect => SqlDialect.TSql;

    public Verdict? Of(CorpusCase sample)
    {
        return Parse(sample.Sql) is { } script ? new Verdict([.. StatementWalk.Of(script).SelectMany(StatementReading.Of)]) : null;
    }

    /// <summary>The script, when the parser accepts all of it.</summary>
    public static TSqlScript? Parse(string sql)
    {
        var script = (TSqlScript)new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Count > 0 ? null : script;
    }
}
