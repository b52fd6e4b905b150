using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>ALTER TABLE.</summary>
internal sealed partial class SqlStatementReader
{
    private void ReadAlter()
    {
        _facts.Kind = SqlStatementKind.Other;
        _at++;
        if (Current.Keyword is SqlKeyword.View)
            ReadCreateView();
        if (!Skip(SqlKeyword.Table))
            return;

        _facts.Kind = SqlStatementKind.AlterTable;
        SkipIfExists();
        Skip(SqlKeyword.Only);
        if (ReadName() is not { } table)
            return;

        SetTarget(table, SqlWriteMode.None);
        if (Current.Keyword is SqlKeyword.With && _tokens[_at + 1].Keyword is SqlKeyword.Check or SqlKeyword.Nocheck)
            _at += 2;

        // T-SQL lists several columns behind one ADD or DROP COLUMN.
        var verb = SqlKeyword.None;
        var dropsColumns = false;
        while (_at < _end)
        {
            var to = SqlColumnList.EndOfItem(_tokens, _at, _end);
            if (ReadSwitch(to))
            {
                _at = to + 1;
                continue;
            }

            if (Current.Keyword is SqlKeyword.Add or SqlKeyword.Drop or SqlKeyword.Alter or SqlKeyword.Modify or SqlKeyword.Change or SqlKeyword.Rename)
            {
                verb = Current.Keyword;
                dropsColumns = verb is SqlKeyword.Drop && _tokens.Is(_at + 1, SqlKeyword.Column);
                ReadStep(verb, _at, _at + 1, to);
            }
            else if (verb is SqlKeyword.Add || dropsColumns || (verb is SqlKeyword.Alter or SqlKeyword.Modify && TakesSeveralColumns()))
            {
                ReadStep(verb, _at, _at, to);
            }
            else
            {
                AddChange(SqlSchemaChangeKind.Other, _at, to, null);
            }

            _at = to + 1;
        }
    }

    private bool TakesSeveralColumns() => _tokens.Dialect is SqlDialect.Snowflake || Current.Keyword is SqlKeyword.Column;

    // SWITCH [PARTITION n] TO t · EXCHANGE PARTITION p WITH TABLE t · SWAP WITH t
    private bool ReadSwitch(int to)
    {
        if (!_tokens.Spells(_at, "SWITCH") && !_tokens.Spells(_at, "EXCHANGE") && !_tokens.Spells(_at, "SWAP"))
            return false;

        var at = _at;
        while (at < to && _tokens[at].Keyword is not (SqlKeyword.To or SqlKeyword.With))
            at = _tokens.Next(at);
        at += _tokens.Is(at + 1, SqlKeyword.Table) ? 2 : 1;
        if (SqlNames.Read(_tokens, ref at, to) is not { } other)
            return false;

        _facts.Changes.Add(Change(SqlSchemaChangeKind.SwitchRows, _at, to, null, false) with { NewName = other });
        return true;
    }

    private void ReadStep(SqlKeyword verb, int from, int at, int to)
    {
        switch (verb)
        {
            case SqlKeyword.Add:
                ReadAdd(from, at, to);
                break;
            case SqlKeyword.Drop:
                ReadDropStep(from, at, to);
                break;
            case SqlKeyword.Rename:
                ReadRenameStep(from, at, to);
                break;
            case SqlKeyword.Change:
                ReadChangeStep(from, at, to);
                break;
            default:
                ReadAlterColumn(from, at, to);
                break;
        }
    }

    private void ReadAdd(int from, int at, int to)
    {
        at += _tokens.Is(at, SqlKeyword.Column) ? 1 : 0;
        var isConditional = _tokens.Is(at, SqlKeyword.If, SqlKeyword.Not);
        at += isConditional ? 3 : 0;

        // Oracle and MySQL: ADD (a int, b int).
        if (_tokens.Is(at, SqlTokenKind.OpenParen))
        {
            foreach (var (item, end) in ItemsIn(at, to))
                AddColumnOrKey(item, item, end, isConditional);
        }
        else
        {
            AddColumnOrKey(from, at, to, isConditional);
        }
    }

    private List<(int From, int To)> ItemsIn(int open, int end)
    {
        var items = new List<(int From, int To)>();
        var close = Math.Min(_tokens.Partner(open), end);
        for (var at = open + 1; at < close;)
        {
            var to = SqlColumnList.EndOfItem(_tokens, at, close);
            items.Add((at, to));
            at = to + 1;
        }

        return items;
    }

    private void AddColumnOrKey(int from, int at, int to, bool isConditional)
    {
        if (SqlKeyDefinition.Read(_tokens, at, to) is { } key)
            _facts.Changes.Add(Change(SqlSchemaChangeKind.AddConstraint, from, to, null, isConditional) with { KeyColumns = key.Columns, IsPrimaryKey = key.IsPrimary, Constraint = key.Name });
        else if (SqlKeyDefinition.IsConstraint(_tokens, at) || _tokens[at].Keyword is SqlKeyword.Default)
            AddChange(SqlSchemaChangeKind.AddConstraint, from, to, null);
        else if (SqlColumnReader.Read(_tokens, at, to) is { } column)
            _facts.Changes.Add(Change(SqlSchemaChangeKind.AddColumn, from, to, column.Definition.Name, isConditional) with
            {
                Type = column.Definition.Type,
                IsNullable = column.Definition.IsNullable,
                HasDefault = column.Definition.HasDefault || column.Definition.IsGenerated,
                KeyColumns = column.IsPrimaryKey || column.IsUnique ? ImmutableArray.Create(column.Definition.Name) : ImmutableArray<SqlName>.Empty,
                IsPrimaryKey = column.IsPrimaryKey,
            });
        else
            AddChange(SqlSchemaChangeKind.Other, from, to, null);
    }

    private void ReadDropStep(int from, int at, int to)
    {
        var kind = _tokens[at].Keyword switch
        {
            SqlKeyword.Constraint or SqlKeyword.Primary or SqlKeyword.Foreign or SqlKeyword.Check or SqlKeyword.Unique => SqlSchemaChangeKind.DropConstraint,
            SqlKeyword.Index or SqlKeyword.Key => SqlSchemaChangeKind.DropIndex,
            SqlKeyword.Partition or SqlKeyword.Period => SqlSchemaChangeKind.Other,
            _ => SqlSchemaChangeKind.DropColumn,
        };
        if (kind is not SqlSchemaChangeKind.DropColumn)
        {
            _facts.Changes.Add(Change(kind, from, to, null, false) with { Constraint = ConstraintAt(at, to) });
            return;
        }

        at += _tokens.Is(at, SqlKeyword.Column) ? 1 : 0;
        var isConditional = _tokens.Is(at, SqlKeyword.If, SqlKeyword.Exists);
        at += isConditional ? 2 : 0;
        if (_tokens.Is(at, SqlTokenKind.OpenParen))
        {
            foreach (var column in SqlNames.ReadList(_tokens, at))
                _facts.Changes.Add(Change(kind, from, to, column, isConditional));
        }
        else if (SqlNames.Read(_tokens, ref at, to) is { } column)
        {
            _facts.Changes.Add(Change(kind, from, to, column, isConditional));
        }
    }

    // DROP CONSTRAINT [IF EXISTS] name, DROP INDEX name; MySQL's DROP PRIMARY KEY has no name.
    private string? ConstraintAt(int at, int to)
    {
        if (_tokens[at++].Keyword is SqlKeyword.Primary)
            return null;

        at += _tokens[at].Keyword is SqlKeyword.Key ? 1 : 0;
        at += _tokens.Is(at, SqlKeyword.If, SqlKeyword.Exists) ? 2 : 0;
        return SqlNames.Read(_tokens, ref at, to)?.Last;
    }

    private void ReadRenameStep(int from, int at, int to)
    {
        if (_tokens[at].Keyword is SqlKeyword.To or SqlKeyword.As)
        {
            at++;
            _facts.Changes.Add(Change(SqlSchemaChangeKind.RenameTable, from, to, null, false) with { NewName = SqlNames.Read(_tokens, ref at, to) });
            return;
        }

        var isOther = _tokens[at].Keyword is SqlKeyword.Index or SqlKeyword.Key or SqlKeyword.Constraint;
        at += _tokens.Is(at, SqlKeyword.Column) ? 1 : 0;
        var column = SqlNames.Read(_tokens, ref at, to);
        if (isOther || column is null || !_tokens.Is(at, SqlKeyword.To))
        {
            AddChange(SqlSchemaChangeKind.Other, from, to, null);
            return;
        }

        at++;
        _facts.Changes.Add(Change(SqlSchemaChangeKind.RenameColumn, from, to, column, false) with { NewName = SqlNames.Read(_tokens, ref at, to) });
    }

    // MySQL: CHANGE old new type.
    private void ReadChangeStep(int from, int at, int to)
    {
        at += _tokens.Is(at, SqlKeyword.Column) ? 1 : 0;
        var column = SqlNames.Read(_tokens, ref at, to);
        var newName = SqlNames.Read(_tokens, ref at, to);
        if (column is null || newName is null)
            return;

        if (!SqlWords.Same(column.Last, newName.Last))
            _facts.Changes.Add(Change(SqlSchemaChangeKind.RenameColumn, from, to, column, false) with { NewName = newName });
        AddAlteredColumn(from, at, to, column);
    }

    private void ReadAlterColumn(int from, int at, int to)
    {
        if (_tokens[at].Keyword is SqlKeyword.Index or SqlKeyword.Constraint or SqlKeyword.Check)
        {
            AddChange(SqlSchemaChangeKind.Other, from, to, null);
            return;
        }

        // Oracle: MODIFY (a NUMBER(5), b DEFAULT 1).
        if (_tokens.Is(at, SqlTokenKind.OpenParen))
        {
            foreach (var (item, end) in ItemsIn(at, to))
                ReadAlteredColumn(item, item, end);
        }
        else
        {
            ReadAlteredColumn(from, _tokens.Is(at, SqlKeyword.Column) ? at + 1 : at, to);
        }
    }

    private void ReadAlteredColumn(int from, int at, int to)
    {
        if (SqlNames.Read(_tokens, ref at, to) is { } column)
            AddAlteredColumn(from, at, to, column);
    }

    private void AddAlteredColumn(int from, int at, int to, SqlName column)
    {
        var change = Change(SqlSchemaChangeKind.AlterColumn, from, to, column, false);
        var action = _tokens[at].Keyword;
        if (action is SqlKeyword.Set or SqlKeyword.Drop && _tokens[at + 1].Keyword is SqlKeyword.Not)
            change = change with { IsNullable = action is SqlKeyword.Drop };
        else if (action is SqlKeyword.Set or SqlKeyword.Drop or SqlKeyword.Add && _tokens[at + 1].Keyword is not SqlKeyword.Data)
            change = change with { HasDefault = action is SqlKeyword.Set && _tokens.Is(at + 1, SqlKeyword.Default) };
        else
            change = WithType(change, at, to, column);
        _facts.Changes.Add(change);
    }

    // name type · name TYPE type · name SET DATA TYPE type.
    private SqlSchemaChange WithType(SqlSchemaChange change, int at, int to, SqlName column)
    {
        while (_tokens[at].Keyword is SqlKeyword.Type or SqlKeyword.Set or SqlKeyword.Data)
            at++;
        var item = SqlColumnReader.ReadBehindName(_tokens, column, at, to);
        return change with { Type = item.Definition.Type, IsNullable = item.StatedNullable, HasDefault = item.Definition.HasDefault };
    }

    private void AddChange(SqlSchemaChangeKind kind, int from, int to, SqlName? column) =>
        _facts.Changes.Add(Change(kind, from, to, column, isConditional: false));

    private SqlSchemaChange Change(SqlSchemaChangeKind kind, int from, int to, SqlName? column, bool isConditional) => new()
    {
        Kind = kind,
        Table = _facts.Target,
        Column = column,
        IsConditional = isConditional,
        Span = _tokens.Span(from, to),
    };
}
