using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A query of all columns, of whose rows the code uses few.</summary>
/// <param name="Read">The query.</param>
/// <param name="Where">Its star.</param>
/// <param name="Row">The row type.</param>
/// <param name="Used">The members that are used, in the order of the code.</param>
/// <param name="All">How many there are.</param>
internal sealed record UnusedColumn(DataOperation Read, Location Where, INamedTypeSymbol Row, IReadOnlyList<string> Used, int All);

/// <summary>Follows the rows of a <c>SELECT *</c> inside their method; rows that leave it may be used anywhere.</summary>
internal static class UnusedColumns
{
    private const int FewestMembers = 4;

    public static IEnumerable<UnusedColumn> ColumnsReadForNothing(this Stage stage)
    {
        foreach (var read in stage.Reads)
        {
            if (!stage.Moves(read) || read is not { Statement: { Kind: SqlStatementKind.Select, Stars: [var star], Reads: [_] } } || RowMaps.RowOf(read) is not { } row)
                continue;
            var all = RowMaps.MembersOf(row).Count();
            if (all >= FewestMembers && UsesOf(read) is { Count: > 0 } used && used.Count * 2 <= all)
                yield return new UnusedColumn(read, read.Clause(star), row, used, all);
        }
    }

    private static List<string>? UsesOf(DataOperation read)
    {
        var members = new List<string>();
        return RowsOf(read) is { Count: > 0 } rows && rows.All(row => Collect(row, read.Call.Frame, members)) ? members.Distinct().ToList() : null;
    }

    // The variables of the loops over the rows; null where somebody else gets the rows.
    private static List<ILocalSymbol>? RowsOf(DataOperation read)
    {
        var rows = Values.KeeperOf(read.Call.Operation) is ILocalSymbol kept
            ? read.Call.Frame.MentionsOf(kept).OfType<ILocalReferenceOperation>().Cast<IOperation>()
            : [read.Call.Operation];
        var found = new List<ILocalSymbol>();
        foreach (var use in rows)
        {
            if (LoopOver(use) is { Locals: [var row] })
                found.Add(row);
            else if (use.Parent is not IPropertyReferenceOperation)
                return null;
        }

        return found;
    }

    private static IForEachLoopOperation? LoopOver(IOperation sequence)
    {
        while (sequence.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation)
            sequence = sequence.Parent;
        return sequence.Parent is IForEachLoopOperation loop && loop.Collection == sequence ? loop : null;
    }

    private static bool Collect(ILocalSymbol row, Frame frame, List<string> members)
    {
        foreach (var use in frame.MentionsOf(row).OfType<ILocalReferenceOperation>())
        {
            if (use.Parent is not IPropertyReferenceOperation { Property: { SetMethod: not null, Name: var name } } member || member.Instance != use)
                return false;
            members.Add(name);
        }

        return true;
    }
}
