using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Sql.Lineage;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Columns that a statement writes: from its own tables, from parameters, from values put into its text.</summary>
internal static class SqlTargets
{
    public static void Follow(FlowTarget target)
    {
        var lineage = StatementLineage.Of(target.Write, target.Context);
        target.Tracer.Judge(target.Write, lineage);
        var inserted = 0;
        foreach (var column in lineage.Columns)
        {
            var position = column.Role == SqlLineageRole.Inserted ? inserted++ : -1;
            if (column.Name is null || column.IsStar)
                target.Gap("which columns the SQL writes");
            // Whole rows still come from somewhere.
            if (column.IsStar)
                target.Column(name: null, aim => target.Tracer.FollowColumn(target.Write, Without(column, SqlLineageGaps.Star), aim, target.Place));
            else if (column.Name is not null)
                target.Column(column.Name, aim => Follow(target, column, position, aim));
        }
    }

    // A value put into the text stands where the SQL has its hole.
    private static void Follow(FlowTarget target, SqlLineageColumn column, int position, FlowAim aim)
    {
        var holes = HolesOf(target.Write, column, position);
        target.Tracer.FollowColumn(target.Write, holes.IsEmpty ? column : Without(column, SqlLineageGaps.Hole), aim, target.Place);
        foreach (var hole in holes)
            target.Tracer.Trace(hole, aim.Computed);
    }

    private static ImmutableArray<Value> HolesOf(DataOperation write, SqlLineageColumn column, int position)
    {
        if ((column.Gaps & SqlLineageGaps.Hole) == 0 || write is not { Statement: { } statement, Text: { } text })
            return ImmutableArray<Value>.Empty;
        if (column.Role == SqlLineageRole.Inserted && statement.Values is { RowCount: 1, FirstRow: var row } && position >= 0 && position < row.Length)
            return text.HolesIn(row[position]);
        return statement.Assignments.FirstOrDefault(assignment => assignment.Column.Last == column.Name) is { } assigned ? text.HolesIn(assigned.Value) : ImmutableArray<Value>.Empty;
    }

    private static SqlLineageColumn Without(SqlLineageColumn column, SqlLineageGaps gap) =>
        new() { Name = column.Name, Span = column.Span, Role = column.Role, Inputs = column.Inputs, Gaps = column.Gaps & ~gap };
}
