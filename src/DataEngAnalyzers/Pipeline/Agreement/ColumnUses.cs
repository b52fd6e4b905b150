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
        return Written(statement, table).Concat(Compared(statement, table)).Concat(Read(operation, table, context));
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

    private static IEnumerable<ColumnUse> Compared(SqlStatement statement, SqlName table)
    {
        var uses = statement.Reads.Select(read => (read.Name, read.Alias)).ToList();
        if (statement.Target is { } target && !uses.Any(use => use.Name.Matches(target)))
            uses.Add((target, null));
        var isOnly = uses.All(use => use.Name.Matches(table));
        var names = uses.Where(use => use.Name.Matches(table)).Select(use => use.Alias ?? use.Name.Last).ToList();
        return statement.Predicates
            .Where(predicate => !predicate.InSubquery && !predicate.Column.HasHole && IsOf(predicate.Column, isOnly, names))
            .Select(predicate => new ColumnUse(predicate.Column.Last, LastPartOf(predicate.Column)));
    }

    private static bool IsOf(SqlName column, bool isOnly, List<string> names) =>
        column.Parts.Length == 1 ? isOnly : names.Any(name => SqlWords.Same(name, column.Parts[column.Parts.Length - 2]));

    private static IEnumerable<ColumnUse> Read(DataOperation operation, SqlName table, PipelineContext context)
    {
        var lineage = StatementLineage.Of(operation, context);
        foreach (var column in lineage.Columns)
        {
            foreach (var input in column.Inputs.Select(input => input.Source).Where(source => IsIn(source, table)))
            {
                var isNamed = SqlWords.Same(column.Name ?? string.Empty, input.Name) && column.Role == SqlLineageRole.Selected && column.Span.Length >= input.Name.Length && operation.Text is { } text && SqlWords.Same(text.Text.Slice(column.Span), input.Name);
                yield return new ColumnUse(input.Name, isNamed ? column.Span : null, isNamed);
            }
        }

        foreach (var input in lineage.Indirect.Select(input => input.Source).Where(source => IsIn(source, table)))
            yield return new ColumnUse(input.Name, null);
    }

    private static bool IsIn(SqlLineageSource source, SqlName table) =>
        source is { Kind: SqlLineageSourceKind.Column, Table: { } owner } && source.Name != "*" && owner.Matches(table);

    // The name itself, without what qualifies it; quotes hide where it begins.
    private static SqlSpan? LastPartOf(SqlName column) =>
        column.QuotedParts == 0 && column.Span.Length >= column.Last.Length ? new SqlSpan(column.Span.End - column.Last.Length, column.Last.Length) : null;
}
