using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Sql.Lineage;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A column of a table that a statement names.</summary>
/// <param name="Name">The column.</param>
/// <param name="Span">Where; <see langword="null"/> where it is part of an expression.</param>
/// <param name="IsOutput">The statement's result has a column of this name because of it.</param>
internal readonly record struct ColumnUse(string Name, SqlSpan? Span, bool IsOutput = false);

/// <summary>Which columns of a table a statement surely means.</summary>
internal static class ColumnUses
{
    public static IEnumerable<ColumnUse> Of(DataOperation operation, SqlName table, PipelineContext context)
    {
        if (operation.Statement is not { } statement)
            return [];
        var lineage = StatementLineage.Of(operation, context);
        return Written(statement, table).Concat(Compared(statement, table, lineage)).Concat(Read(operation, table, lineage));
    }

    private static IEnumerable<ColumnUse> Written(SqlStatement statement, SqlName table)
    {
        if (statement.Target is not { } target || !target.Matches(table))
            return [];
        return statement.Columns
            .Concat(statement.Assignments.Select(assignment => assignment.Column))
            .Concat(statement.Conflict?.KeyColumns ?? ImmutableArray<SqlName>.Empty)
            .Where(column => !column.HasHole)
            .Select(column => new ColumnUse(column.Last, LastPartOf(column)));
    }

    // The lineage knows what a name without a qualifier means: a column, or what the query itself calls so.
    private static IEnumerable<ColumnUse> Compared(SqlStatement statement, SqlName table, SqlLineage lineage) => statement.Predicates
        .Where(predicate => predicate is { Clause: SqlClause.Where or SqlClause.On, InSubquery: false, Column.HasHole: false }
            && lineage.Indirect.Any(input => IsIn(input.Source, table) && SqlWords.Same(input.Source.Name, predicate.Column.Last))
            && !IsPutOut(predicate.Column.Last, lineage)
            && IsOf(predicate.Column, statement, table))
        .Select(predicate => new ColumnUse(predicate.Column.Last, LastPartOf(predicate.Column)));

    private static bool IsOf(SqlName column, SqlStatement statement, SqlName table) =>
        column.Parts.Length == 1 || statement.Reads.Where(read => read.Name.Matches(table)).Select(read => read.Alias ?? read.Name.Last).Append(table.Last).Any(name => SqlWords.Same(name, column.Parts[column.Parts.Length - 2]));

    private static IEnumerable<ColumnUse> Read(DataOperation operation, SqlName table, SqlLineage lineage)
    {
        foreach (var column in lineage.Columns)
        {
            foreach (var input in column.Inputs.Select(input => input.Source).Where(source => IsIn(source, table)))
            {
                var isNamed = SqlWords.Same(column.Name ?? string.Empty, input.Name) && column.Role == SqlLineageRole.Selected && column.Span.Length >= input.Name.Length && operation.Text is { } text && SqlWords.Same(text.Text.Slice(column.Span), input.Name);
                yield return new ColumnUse(input.Name, isNamed ? column.Span : null, isNamed);
            }
        }

        foreach (var input in lineage.Indirect.Select(input => input.Source).Where(source => IsIn(source, table) && !IsPutOut(source.Name, lineage)))
            yield return new ColumnUse(input.Name, null);
    }

    // A name that the query gives to something else: engines let HAVING, ORDER BY and even WHERE mean that.
    private static bool IsPutOut(string name, SqlLineage lineage) => lineage.Columns.Any(column =>
        column.Role == SqlLineageRole.Selected && SqlWords.Same(column.Name ?? string.Empty, name) && !column.Inputs.Any(input => SqlWords.Same(input.Source.Name, name)));

    private static bool IsIn(SqlLineageSource source, SqlName table) =>
        source is { Kind: SqlLineageSourceKind.Column, Table: { } owner } && source.Name != "*" && owner.Matches(table);

    // The name itself, without what qualifies it; quotes hide where it begins.
    private static SqlSpan? LastPartOf(SqlName column) =>
        column.QuotedParts == 0 && column.Span.Length >= column.Last.Length ? new SqlSpan(column.Span.End - column.Last.Length, column.Last.Length) : null;
}
