using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A column that a query reads and that no member of the row type takes, while a member that looks like it stays empty.</summary>
/// <param name="Read">The query.</param>
/// <param name="Column">Its name.</param>
/// <param name="Span">Where the query names it.</param>
/// <param name="Row">The row type.</param>
/// <param name="Member">The member that was meant.</param>
internal sealed record DriftedColumn(DataOperation Read, string Column, SqlSpan Span, INamedTypeSymbol Row, string Member);

/// <summary>Compares what a query selects with the members its rows are put into by name.</summary>
internal static class DriftedColumns
{
    public static IEnumerable<DriftedColumn> ColumnsThatNoMemberTakes(this Stage stage) =>
        stage.Reads.Where(read => stage.Moves(read)).SelectMany(read => Of(read, stage.Context));

    private static IEnumerable<DriftedColumn> Of(DataOperation read, PipelineContext context)
    {
        if (read is not { Statement: { Kind: SqlStatementKind.Select, Stars.IsEmpty: true } statement, Text: { } text } || RowMaps.RowOf(read) is not { } row)
            yield break;

        var columns = SqlReader.Read(text.Text, read.Dialect).LineageOf(statement).Columns;
        var open = RowMaps.MembersOf(row).Where(member => !columns.Any(column => RowMaps.Takes(member, column.Name))).ToList();
        if (open.Count == 0 || columns.Any(column => column.IsStar || column.Name is null || column.Name.IndexOf(SqlText.HoleMark) >= 0))
            yield break;

        foreach (var column in columns)
        {
            if (!RowMaps.AllOf(row).Any(member => RowMaps.Takes(member, column.Name)) && open.Where(member => IsLike(column.Name!, member)).ToList() is [var meant] && !context.RowMaps.MayMap(row, column.Name!, meant))
                yield return new DriftedColumn(read, column.Name!, column.Span, row, meant.Name);
        }
    }

    // amt and Amount, customer_name and Name.
    private static bool IsLike(string column, ISymbol member)
    {
        var words = NameWords.Of(column).ToList();
        var wanted = NameWords.Of(member.Name).ToList();
        return words.Count > 0 && wanted.Count > 0 && (words.Intersect(wanted).Any() && (words.Count == 1 || wanted.Count == 1 || words.SequenceEqual(wanted)) || IsShort(string.Concat(words), string.Concat(wanted)));
    }

    private static bool IsShort(string column, string member)
    {
        if (column.Length < 3 || column[0] != member[0] || column.Length >= member.Length)
            return false;

        var at = 0;
        foreach (var letter in member)
        {
            if (at < column.Length && column[at] == letter)
                at++;
        }

        return at == column.Length;
    }
}
