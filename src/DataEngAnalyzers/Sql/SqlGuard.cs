using System.Collections.Generic;

namespace DataEngAnalyzers.Sql;

/// <summary>The condition of an IF, asked before the statements under it run.</summary>
internal sealed class SqlGuard
{
    private readonly List<SqlTableUse> _tables;
    private readonly bool _asksLastWrite;
    private readonly SqlName? _lastWritten;

    /// <param name="tokens">The script.</param>
    /// <param name="from">The first token of the condition.</param>
    /// <param name="to">The token behind it.</param>
    /// <param name="lastWritten">The table that the statement before the IF wrote.</param>
    public SqlGuard(SqlTokens tokens, int from, int to, SqlName? lastWritten)
    {
        var facts = new SqlStatementBuilder();
        new SqlClauseScanner(tokens, facts).Scan(from, to, SqlZone.Condition);
        _tables = facts.Tables;
        _lastWritten = lastWritten;
        for (var i = from; i < to && !_asksLastWrite; i++)
            _asksLastWrite = tokens.Spells(i, "@@ROWCOUNT") || tokens.Spells(i, "FOUND");
    }

    /// <summary>The condition looks into the table, or at how many of its rows were just written.</summary>
    public bool LooksInto(SqlName table)
    {
        if (_asksLastWrite && _lastWritten?.Matches(table) == true)
            return true;

        foreach (var use in _tables)
        {
            if (use.Name.Matches(table))
                return true;
        }

        return false;
    }
}
