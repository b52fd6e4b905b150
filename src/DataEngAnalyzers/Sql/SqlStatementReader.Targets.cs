using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>A statement that writes several tables: it comes out once for each.</summary>
internal sealed partial class SqlStatementReader
{
    // Nobody nests writes deeper.
    private const int DeepestWrite = 8;

    private readonly List<FurtherTarget> _furtherTargets = new();

    // WITH d AS (DELETE … RETURNING a) and FROM (MERGE … OUTPUT …) AS m.
    private void AddNestedWrites(ImmutableArray<SqlStatement>.Builder statements)
    {
        if (_facts.NestedWrites is not { } writes || _depth >= DeepestWrite)
            return;

        foreach (var open in writes)
        {
            var inner = new SqlStatementReader(this);
            inner.Read(open + 1, Math.Min(_tokens.Partner(open), _end), statements);

            // What the write gives out came from what it read.
            if (!_tokens.Is(open - 1, SqlKeyword.As) && !_tokens.Is(open - 1, SqlKeyword.Materialized))
                _facts.Tables.AddRange(inner._facts.Tables.ConvertAll(table => table with { IsNested = true }));
        }
    }

    private void AddFurtherTargets(SqlStatement statement, ImmutableArray<SqlStatement>.Builder statements)
    {
        foreach (var further in _furtherTargets)
        {
            statements.Add(statement with
            {
                Target = MarkTemporary(further.Target),
                Columns = further.Columns,
                HasColumnList = further.HasColumnList,
                Assignments = further.Assignments,
                Reads = further.Tables,
            });
        }

        if (_facts.Output is { } output)
        {
            statements.Add(new SqlStatement
            {
                Kind = SqlStatementKind.Insert,
                WriteMode = SqlWriteMode.Append,
                Target = MarkTemporary(output.Table),
                Columns = output.Columns,
                HasColumnList = !output.Columns.IsEmpty,
                HasWhere = false,
                Span = output.Span,
            });
        }
    }

    // MySQL: DELETE a, b.* FROM …, where each is a name or an alias of FROM.
    private List<SqlName> ReadOtherTargets(SqlWriteMode mode)
    {
        var others = new List<SqlName>();
        while (mode is SqlWriteMode.Delete && Current.Kind is SqlTokenKind.Comma)
        {
            _at++;
            if (ReadName() is not { } other)
                break;

            SkipStar();
            others.Add(other);
        }

        return others;
    }

    private void SkipStar()
    {
        if (Current.Kind is SqlTokenKind.Dot && _tokens.IsOperator(_at + 1, "*"))
            _at += 2;
    }

    private void AddTarget(SqlName name)
    {
        var tables = new List<SqlTableUse>(_facts.Tables);
        var target = ResolveTarget(name, null, tables);
        _furtherTargets.Add(new FurtherTarget(target) { Tables = tables.ToImmutableArray(), HasColumnList = false });
    }

    // MySQL: UPDATE a JOIN b ON … SET b.x = a.x changes the table that the column belongs to.
    private void MoveAssignments(SqlName target, string? alias)
    {
        if (_tokens.Dialect is not (SqlDialect.MySql or SqlDialect.Unknown) || _facts.Tables.Count == 0)
            return;

        var stays = _facts.Assignments.FindAll(assignment => OwnerOf(assignment.Column) is null);
        if (stays.Count == _facts.Assignments.Count)
            return;

        var all = new List<SqlTableUse>(_facts.Tables);
        all.Insert(0, new SqlTableUse(_facts.Target!, alias, false, false, false));
        foreach (var owner in _facts.Tables)
        {
            var moved = _facts.Assignments.FindAll(assignment => OwnerOf(assignment.Column) == owner);
            if (moved.Count > 0)
                _furtherTargets.Add(new FurtherTarget(owner.Name) { Tables = all.FindAll(table => table != owner).ToImmutableArray(), Assignments = moved.ToImmutableArray(), HasColumnList = false });
        }

        _facts.Assignments.Clear();
        _facts.Assignments.AddRange(stays);
        if (stays.Count == 0)
            TakeFirstFurtherTarget();

        SqlTableUse? OwnerOf(SqlName column)
        {
            if (column.Parts.Length < 2 || SqlWords.Same(column.Parts[column.Parts.Length - 2], alias ?? target.Last))
                return null;

            var at = _facts.Tables.FindIndex(table => !table.IsNested && SqlWords.Same(table.Alias ?? table.Name.Last, column.Parts[column.Parts.Length - 2]));
            return at < 0 ? null : _facts.Tables[at];
        }
    }

    private void TakeFirstFurtherTarget()
    {
        var first = _furtherTargets[0];
        _furtherTargets.RemoveAt(0);
        SetTarget(first.Target, _facts.WriteMode);
        _facts.Assignments.AddRange(first.Assignments);
        _facts.Tables.Clear();
        _facts.Tables.AddRange(first.Tables);
    }

    /// <summary>A table that the statement writes too, and what is different for it.</summary>
    private sealed record FurtherTarget(SqlName Target)
    {
        public ImmutableArray<SqlName> Columns { get; init; } = ImmutableArray<SqlName>.Empty;

        public bool? HasColumnList { get; init; }

        public ImmutableArray<SqlAssignment> Assignments { get; init; } = ImmutableArray<SqlAssignment>.Empty;

        public ImmutableArray<SqlTableUse> Tables { get; init; } = ImmutableArray<SqlTableUse>.Empty;
    }
}
