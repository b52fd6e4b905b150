using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Puts the branches of set operators together, column by column.</summary>
internal sealed class UnionBuilder
{
    private readonly WorkBudget _budget;
    private readonly RowShape _first;
    private readonly List<ProvenanceBuilder> _columns = new();

    // Columns before the first star are in a known place.
    private int _known;
    private SqlLineageGaps _gapsBehind;
    private SqlLineageGaps _gaps;
    private List<RowColumn>? _further;

    public UnionBuilder(WorkBudget budget, ResolvedQuery first)
    {
        _budget = budget;
        _first = first.Shape;
        _known = CountKnown(first.Shape);
        Indirect = new ProvenanceBuilder(budget);
        Indirect.Add(first.Indirect, SqlTransformation.Identity);
        foreach (var column in first.Shape.Columns)
            _columns.Add(Start(column.Value));
    }

    public ProvenanceBuilder Indirect { get; }

    public void Add(SetOperator setOperator, ResolvedQuery branch)
    {
        if (setOperator is SetOperator.Restrict)
            AddRestriction(branch);
        else if (setOperator is SetOperator.UnionByName)
            AddByName(branch.Shape);
        else
            AddByPosition(branch.Shape);
        Indirect.Add(branch.Indirect, SqlTransformation.Identity);
    }

    public RowShape BuildShape()
    {
        var columns = new List<RowColumn>(_columns.Count);
        for (var i = 0; i < _columns.Count; i++)
        {
            var column = _first.Columns[i];
            var gaps = i >= _known ? _gaps | _gapsBehind : _gaps;
            columns.Add(column.Rest is null ? column with { Value = _columns[i].Build().With(gaps) } : column with { Rest = column.Rest.Beside(_columns[i].Build(), gaps) });
        }

        if (_further is not null)
            columns.AddRange(_further);
        return new RowShape(columns);
    }

    // The rows of INTERSECT and EXCEPT only decide which of the first ones stay.
    private void AddRestriction(ResolvedQuery branch)
    {
        foreach (var column in branch.Shape.Columns)
            Indirect.Add(column.Rest?.All() ?? column.Value, SqlTransformation.Filter);
    }

    private void AddByPosition(RowShape branch)
    {
        var known = Math.Min(_known, CountKnown(branch));
        for (var i = 0; i < known; i++)
            _columns[i].Add(branch.Columns[i].Value, SqlTransformation.Identity);

        if (known == _first.Columns.Count && known == branch.Columns.Count)
            return;

        var hasStar = _first.IsOpen || branch.IsOpen;
        if (!hasStar)
        {
            _gaps |= SqlLineageGaps.ColumnCount;
            return;
        }

        _gapsBehind |= SqlLineageGaps.Star;
        _known = known;

        // Behind a star, any column of the branch may stand in any place.
        var others = new ProvenanceBuilder(_budget);
        for (var i = known; i < branch.Columns.Count; i++)
            others.Add(branch.Columns[i].Rest?.All() ?? branch.Columns[i].Value, SqlTransformation.Identity);
        var behind = others.Build();
        for (var i = known; i < _columns.Count; i++)
            _columns[i].Add(behind, SqlTransformation.Identity);
    }

    private void AddByName(RowShape branch)
    {
        if (_first.IsOpen || branch.IsOpen)
        {
            _gapsBehind |= SqlLineageGaps.Star;
            _known = 0;
            return;
        }

        foreach (var column in branch.Columns)
        {
            var at = column.Name is null ? -1 : _first.Columns.FindIndex(first => first.Name is not null && SqlWords.Same(first.Name, column.Name));
            if (at >= 0)
                _columns[at].Add(column.Value, SqlTransformation.Identity);
            else
                (_further ??= new List<RowColumn>()).Add(column);
        }
    }

    private ProvenanceBuilder Start(Provenance value)
    {
        var builder = new ProvenanceBuilder(_budget);
        builder.Add(value, SqlTransformation.Identity);
        return builder;
    }

    private static int CountKnown(RowShape shape)
    {
        var first = shape.Columns.FindIndex(column => column.Rest is not null);
        return first < 0 ? shape.Columns.Count : first;
    }
}
