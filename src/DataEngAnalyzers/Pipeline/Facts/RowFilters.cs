using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A comparison that decides which rows an operation takes, its column on the left.</summary>
/// <param name="Column">The column, or the path of members that leads to it.</param>
/// <param name="Operator">As SQL writes it: <c>=</c>, <c>&gt;=</c>, <c>between</c>.</param>
/// <param name="Bounds">What it is compared with, as far as the code shows.</param>
/// <param name="Where">The comparison, in its literal or in the predicate.</param>
internal sealed record RowFilter(string Column, string Operator, ImmutableArray<Value> Bounds, Location Where)
{
    /// <summary>The comparison in the text; <see langword="null"/> for one in C#.</summary>
    public SqlPredicate? Predicate { get; init; }

    /// <summary>True when rows before the bound are left out.</summary>
    public bool IsLowerBound => Operator is ">" or ">=";

    /// <summary>True when rows behind the bound are left out.</summary>
    public bool IsUpperBound => Operator is "<" or "<=" or "between";

    /// <summary>True when the column of another filter is the same.</summary>
    public bool IsOn(RowFilter other) => string.Equals(Column, other.Column, System.StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads what narrows the rows of an operation down: conditions of its SQL, predicates of the query it runs or of the rows it writes.</summary>
internal static class RowFilters
{
    public static IEnumerable<RowFilter> FiltersOf(this Stage stage, DataOperation operation) => operation switch
    {
        { Statement: { } statement } => InStatement(operation, statement, stage.Context.Values),
        { Action: DataAction.Read or DataAction.Delete or DataAction.Update } => LinqFilters.In(new Value(operation.Call.Operation, operation.Call.Frame), stage.Context),
        { Action: DataAction.Write } when operation.Call["rows"] is { } rows => LinqFilters.In(rows, stage.Context),
        _ => [],
    };

    /// <summary>What decides which rows get to a write, in whatever way they are read.</summary>
    public static IEnumerable<RowFilter> FiltersOfRows(this Stage stage, DataOperation write) =>
        WrittenRows.Of(write).SelectMany(rows => LinqFilters.In(rows, stage.Context));

    private static IEnumerable<RowFilter> InStatement(DataOperation operation, SqlStatement statement, Values values)
    {
        foreach (var predicate in statement.Predicates)
        {
            if (predicate.Clause is not (SqlClause.Where or SqlClause.On or SqlClause.Having or SqlClause.Qualify))
                continue;

            var bound = statement.Parameters.Where(parameter => predicate.Span.Contains(parameter.Span)).Select(parameter => SqlParameters.ValueOf(operation, parameter.Name, values)).OfType<Value>();
            var inText = operation.Text is { } text ? text.HolesIn(predicate.OperandSpan) : ImmutableArray<Value>.Empty;
            yield return new RowFilter(predicate.Column.Last, predicate.Operator, bound.Concat(inText).ToImmutableArray(), operation.Clause(predicate.Span)) { Predicate = predicate };
        }
    }
}
