using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>UPDATE, DELETE and MERGE.</summary>
internal sealed partial class SqlLineageReader
{
    private void ReadChange()
    {
        var change = RowChange.Read(_tokens, Rest);
        var scope = _queries.Enter(change, _scope, _indirect);
        Update(Assignment.ReadAll(_tokens, change.Set), scope);
    }

    private void ReadMerge()
    {
        _at++;
        if (Keyword is SqlKeyword.Top)
            _at = _tokens.Next(_at + 1);
        while (Keyword is SqlKeyword.Into or SqlKeyword.Only)
            _at++;

        var reader = new QueryReader(_tokens);
        var branches = _tokens.FindOutsideCase(_at, _end, SqlKeyword.When);
        var (target, behindTarget) = reader.ReadSource(new TokenRange(_at, branches));
        var (source, behindSource) = reader.ReadSource(new TokenRange(behindTarget + 1, branches));
        if (target is null || source is null || !_tokens.Is(behindTarget, SqlKeyword.Using))
        {
            _indirect.Gaps |= _tokens.HasHole(_at) ? SqlLineageGaps.Hole : SqlLineageGaps.Unsupported;
            return;
        }

        // New rows see the source alone.
        var fromSource = new Scope(_scope) { Depth = _scope.Depth, CommonTables = _scope.CommonTables };
        _queries.AddSources(new List<QuerySource> { source }, fromSource, _indirect);
        var both = new Scope(_scope) { Depth = _scope.Depth, CommonTables = _scope.CommonTables };
        _queries.AddSources(new List<QuerySource> { target }, both, _indirect);
        both.Relations.AddRange(fromSource.Relations);
        _queries.Collect(new TokenRange(behindSource + 1, branches), both, SqlTransformation.Join, _indirect);

        for (_at = branches; _at < _end;)
        {
            var next = _tokens.FindOutsideCase(_at + 1, _end, SqlKeyword.When);
            ReadBranch(new TokenRange(_at, next), both, fromSource);
            _at = next;
        }
    }

    private void ReadBranch(TokenRange branch, Scope both, Scope fromSource)
    {
        var then = _tokens.FindOutsideCase(branch.From + 1, branch.To, SqlKeyword.Then);
        var condition = _tokens.FindOutsideCase(branch.From, then, SqlKeyword.And);
        _queries.Collect(new TokenRange(condition + 1, then), both, SqlTransformation.Filter, _indirect);

        var action = then + 1;
        var end = _tokens.FindOutsideCase(action, branch.To, SqlKeyword.Output);
        end = Clauses.End(_tokens, action, end);
        if (_tokens.Is(end, SqlKeyword.Where))
            _queries.Collect(new TokenRange(end + 1, Clauses.End(_tokens, end + 1, branch.To)), both, SqlTransformation.Filter, _indirect);
        if (_tokens.Is(action, SqlKeyword.Update, SqlKeyword.Set) && !_tokens.IsOperator(action + 2, "*"))
            Update(Assignment.ReadAll(_tokens, new TokenRange(action + 2, end)), both);
        else if (_tokens.Is(action, SqlKeyword.Update))
            AddWholeRows(fromSource, SqlLineageRole.Updated, byName: true);
        else if (_tokens.Is(action, SqlKeyword.Insert))
            ReadInsertBranch(new TokenRange(action + 1, end), fromSource);
    }

    private void ReadInsertBranch(TokenRange action, Scope fromSource)
    {
        var values = _tokens.FindOutsideCase(action.From, action.To, SqlKeyword.Values);
        if (values >= action.To)
        {
            // BigQuery's INSERT ROW goes by position, INSERT * and BY NAME by names.
            AddWholeRows(fromSource, SqlLineageRole.Inserted, byName: !_tokens.Is(action.From, SqlKeyword.Row));
            return;
        }

        var columns = _tokens.Is(action.From, SqlTokenKind.OpenParen) ? SqlNames.ReadList(_tokens, action.From) : ImmutableArray<SqlName>.Empty;
        var items = Clauses.Split(_tokens, Clauses.Inside(_tokens, values + 1, action.To));
        for (var i = 0; i < items.Count; i++)
        {
            var value = _queries.ValueOf(items[i], fromSource);
            if (columns.IsEmpty)
                _columns.Add(Column(NameOfTarget(i, items.Count), _tokens.Span(items[i].From, items[i].To), SqlLineageRole.Inserted, value.With(NameOfTarget(i, items.Count) is null ? SqlLineageGaps.TargetColumns : SqlLineageGaps.None)));
            else if (i < columns.Length)
                Add(columns[i], SqlLineageRole.Inserted, columns.Length == items.Count ? value : value.With(SqlLineageGaps.ColumnCount));
        }
    }

    private string? NameOfTarget(int place, int count) =>
        _statement.Target is { } target && _queries.Catalog.Table(target).Known is { } known && known.Length == count ? known[place] : null;

    private void AddWholeRows(Scope source, SqlLineageRole role, bool byName)
    {
        foreach (var relation in source.Relations)
        {
            var count = relation.Shape.Columns.Count;
            for (var i = 0; i < count; i++)
            {
                var column = relation.Shape.Columns[i];
                var name = byName ? column.Name : NameOfTarget(i, count);
                var value = column.Rest?.All() ?? column.Value;
                _columns.Add(Column(name, _statement.Span, role, name is null ? value.With(SqlLineageGaps.TargetColumns) : value, column.Rest is not null));
            }
        }
    }
}
