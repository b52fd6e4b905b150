using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DataEngAnalyzers.Sql.Tests.Reading;

/// <summary>The long form: every fact on a line of its own.</summary>
internal static partial class StatementText
{
    /// <summary>Lines of the form <c>fact: value</c>, in the order a reader of SQL asks for them.</summary>
    public static IEnumerable<string> Long(SqlStatement statement, SqlText sql)
    {
        string Cut(SqlSpan span) => Shown(sql.Slice(span)).ReplaceLineEndings(" ").Trim();

        return
        [
            .. Rows(statement, Cut),
            .. Conditions(statement, Cut),
            .. statement.Parameters.Select(p => p.Column is null ? $"parameter: {p.Name}" : $"parameter: {p.Name} for {Shown(p.Column)}"),
            .. statement.Holes.Select(h => $"hole: {Cut(h.Span)} ({Words(h.Kind, ' ')})"),
            .. statement.Clocks.Select(c => $"clock: {Cut(c.Span)}{(c.InPredicate ? " in a predicate" : "")}"),
            .. Schema(statement),
            .. statement.Hints.Select(h => $"hint: {h}"),
            .. statement.Routine is { } routine ? [$"routine: {Name(routine)}"] : Array.Empty<string>(),
            .. statement.Body.SelectMany(s => Long(s, sql).Prepend(Short(s))).Select(line => "body " + line),
        ];
    }

    private static IEnumerable<string> Rows(SqlStatement statement, Func<SqlSpan, string> cut)
    {
        if (statement.Target is { } target)
            yield return $"target: {Described(target)}";
        if (statement.WriteMode is not SqlWriteMode.None)
            yield return $"mode: {Words(statement.WriteMode, '-')}";
        foreach (var column in statement.Partition)
            yield return $"partition: {Name(column)}";
        for (var i = 0; i < statement.Columns.Length; i++)
        {
            var value = statement.Values is { } row && i < row.FirstRow.Length ? $" = {cut(row.FirstRow[i])}" : "";
            yield return $"column: {Name(statement.Columns[i])}{value}";
        }

        if (statement.Values is { } values)
            yield return $"values: {values.RowCount?.ToString(CultureInfo.InvariantCulture) ?? "?"} rows{(values.AreLiterals ? ", literals" : "")}";
        foreach (var assignment in statement.Assignments)
            yield return $"assignment: {Name(assignment.Column)} = {cut(assignment.Value)} ({Words(assignment.ValueKind, ' ')})";
        if (statement.Conflict is { } conflict)
            yield return $"conflict: {cut(conflict.Span)}";
        if (statement.AppendPoint is { } point)
            yield return $"append point: after {cut(SqlSpan.FromBounds(statement.Span.Start, point.Start)).Split(' ')[^1]}";
        foreach (var read in statement.Reads)
            yield return $"source: {Described(read.Name)}{(read.Alias is { } alias ? " as " + Shown(alias) : "")}";
        foreach (var star in statement.Stars)
            yield return $"star: {cut(star)}";
    }

    private static IEnumerable<string> Conditions(SqlStatement statement, Func<SqlSpan, string> cut)
    {
        if (statement.HasJoinOrFrom)
            yield return "joins: other tables choose the rows";
        if (statement.HasWhere is null)
            yield return "where: unknown";
        if (statement.WhereSpan is { } where)
            yield return $"where: {cut(where)}";
        foreach (var predicate in statement.Predicates)
        {
            var wrapped = predicate.IsColumnWrapped ? ", wrapped" : "";
            var subquery = predicate.InSubquery ? " of a subquery" : "";
            yield return $"predicate: {Name(predicate.Column)} {predicate.Operator} {cut(predicate.OperandSpan)} ({Words(predicate.OperandKind, ' ')}{wrapped}) in {Words(predicate.Clause, ' ')}{subquery}";
        }

        if (statement.IsGuardedByExistence)
            yield return "guarded: by existence";
        if (statement.HasOrderBy is not false)
            yield return $"ordered: {(statement.HasOrderBy is true ? "yes" : "unknown")}";
        if (statement.HasLimit is not false)
            yield return $"limited: {(statement.HasLimit is true ? "yes" : "unknown")}";
    }

    private static IEnumerable<string> Schema(SqlStatement statement)
    {
        if (statement.Definition is { } table)
        {
            string[] traits = [table.IsTemporary ? "temporary" : "", table.IfNotExists ? "if not exists" : "", table.ReplacesExisting ? "replaces" : "", table.IsPartial ? "partial" : ""];
            yield return $"table: {string.Join(", ", traits.Where(t => t.Length > 0))}".TrimEnd();
            foreach (var column in table.Columns)
                yield return $"defines: {Name(column.Name)} {Shown(column.Type)}{(column.IsNullable ? "" : " not null")}{(column.HasDefault ? " default" : "")}{(column.IsGenerated ? " generated" : "")}";
        }

        if (statement.Index is { } index)
            yield return $"index: {Shown(index.Name)}{(index.IsUnique ? " unique" : "")}{(index.IsPartial ? " partial" : "")}".TrimEnd();
        foreach (var change in statement.Changes)
        {
            var type = string.IsNullOrEmpty(change.Type) ? "" : $" {Shown(change.Type)}";
            var nullable = change.IsNullable switch { true => " null", false => " not null", null => "" };
            yield return $"change: {Step(change, statement.Target)}{type}{nullable}{(change.HasDefault ? " default" : "")}{(change.IsPrimaryKey ? " primary" : "")}{(change.IsConditional ? " if exists" : "")}";
        }
    }

    private static string Described(SqlName name) => name.IsTemporary ? $"{Name(name)} (temporary)" : Name(name);
}
