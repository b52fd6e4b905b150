using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Finds what a column's name means where it stands. What two tables could answer, none answers.</summary>
internal sealed class NameResolver
{
    private readonly SqlDialect _dialect;
    private readonly WorkBudget _budget;

    public NameResolver(SqlDialect dialect, WorkBudget budget)
    {
        _dialect = dialect;
        _budget = budget;
    }

    // There a.b may be a field of the column a.
    private bool HasStructs => _dialect is SqlDialect.BigQuery or SqlDialect.DuckDb or SqlDialect.Snowflake;

    // There the name of a source stands for its whole row.
    private bool HasRowValues => _dialect is SqlDialect.PostgreSql or SqlDialect.DuckDb or SqlDialect.BigQuery;

    public Provenance Resolve(SqlName name, Scope scope)
    {
        if (name.HasHole)
            return Provenance.Hidden(SqlLineageGaps.Hole);
        if (name.Parts.Length == 1)
            return Unqualified(name.Last, scope);

        return Qualified(name.Parts, scope) ?? FieldOf(name.Parts, scope) ?? Provenance.Hidden(SqlLineageGaps.NotFound);
    }

    /// <summary>The source a star's qualifier names.</summary>
    public Relation? FindRelation(SqlName qualifier, Scope scope)
    {
        var parts = qualifier.Parts.Add("*");
        for (var level = scope; level is not null; level = level.Outer)
        {
            foreach (var relation in level.Relations)
            {
                if (_budget.Spend() && relation.IsNamed(parts))
                    return relation;
            }
        }

        return null;
    }

    /// <summary>The column of that bare name among the sources of one scope; <see langword="null"/> when none of them has it.</summary>
    public Provenance? OfLevel(string name, Scope level)
    {
        if (level.Merged.TryGetValue(name, out var merged))
            return merged;

        var found = OfRelations(name, level.Relations, 0, level.Relations.Count, out var isCertain);
        if (isCertain)
            return found;
        if (level.Aliases is not null && level.Aliases.TryGetValue(name, out var alias))
            return found is null || IsSameColumn(alias, found) ? alias : Provenance.Hidden(SqlLineageGaps.Ambiguous);
        if (RowOf(name, level) is { } row)
            return row;
        if (found is null)
            return null;
        return CouldBeOuter(name, level) ? Provenance.Hidden(SqlLineageGaps.Ambiguous) : found.With(level.Gaps);
    }

    /// <summary>The column of that bare name among some sources; not certain when only a source could have it whose columns are not known.</summary>
    public Provenance? OfRelations(string name, List<Relation> relations, int from, int to, out bool isCertain)
    {
        Provenance? certain = null;
        Provenance? possible = null;
        bool severalCertain = false, severalPossible = false;
        isCertain = true;
        for (var i = from; i < to; i++)
        {
            var relation = relations[i];
            if (!_budget.Spend())
                return Provenance.Hidden(SqlLineageGaps.TooLarge);
            if (relation.NeedsQualifier)
                continue;
            if (relation.IsFunction && relation.Alias is not null && SqlWords.Same(relation.Alias, name))
                return relation.Shape.Columns[0] is { Rest: { } rest } ? rest.Find(name) : relation.Shape.Columns[0].Value;

            if (relation.Shape.Has(name))
            {
                severalCertain |= certain is not null;
                certain = relation.Shape.Find(name);
            }
            else if (relation.Shape.CouldHave(name))
            {
                severalPossible |= possible is not null;
                possible ??= relation.Shape.Find(name);
            }
        }

        // In SQL that runs, no other source beside has the column, too.
        isCertain = certain is not null;
        return (isCertain ? severalCertain : severalPossible) ? Provenance.Hidden(SqlLineageGaps.Ambiguous) : certain ?? possible;
    }

    private Provenance Unqualified(string name, Scope scope)
    {
        for (var level = scope; level is not null; level = level.Outer)
        {
            if (OfLevel(name, level) is { } value)
                return value;
            if (level.Gaps is not SqlLineageGaps.None)
                return Provenance.Hidden(level.Gaps);
            if (SystemColumn(name, level) is { } system)
                return system;
        }

        return Provenance.Hidden(SqlLineageGaps.NotFound);
    }

    // Every table has them, and no description of a table names them.
    private Provenance? SystemColumn(string name, Scope level) =>
        level.Relations.Count == 1 && level.Relations[0].Source is { } source && SqlFunctions.IsSystemColumn(name, _dialect) ? source.Identity(name, SqlLineageGaps.None) : null;

    private bool CouldBeOuter(string name, Scope scope)
    {
        for (var level = scope.Outer; level is not null; level = level.Outer)
        {
            if (level.Gaps is not SqlLineageGaps.None || level.Merged.ContainsKey(name))
                return true;

            foreach (var relation in level.Relations)
            {
                if (!_budget.Spend() || (!relation.NeedsQualifier && (relation.Shape.Has(name) || relation.Shape.CouldHave(name))))
                    return true;
            }
        }

        return false;
    }

    private static bool IsSameColumn(Provenance alias, Provenance column) =>
        alias.Gaps is SqlLineageGaps.None && alias.Inputs.Length == 1 && column.Inputs.Length == 1 && alias.Inputs[0].Equals(column.Inputs[0]);

    private Provenance? RowOf(string name, Scope level)
    {
        if (!HasRowValues)
            return null;

        foreach (var relation in level.Relations)
        {
            if (_budget.Spend() && relation.IsNamed(ImmutableArray.Create(name, "")))
                return AllOf(relation.Shape);
        }

        return null;
    }

    /// <summary>All the columns of rows together.</summary>
    public Provenance AllOf(RowShape shape)
    {
        var all = new ProvenanceBuilder(_budget);
        foreach (var column in shape.Columns)
            all.Add(column.Rest?.All() ?? column.Value, SqlTransformation.Transformation);
        return all.Build();
    }

    private Provenance? Qualified(ImmutableArray<string> parts, Scope scope)
    {
        for (var level = scope; level is not null; level = level.Outer)
        {
            Provenance? found = null;
            foreach (var relation in level.Relations)
            {
                if (!_budget.Spend())
                    return Provenance.Hidden(SqlLineageGaps.TooLarge);
                if (!relation.IsNamed(parts))
                    continue;
                if (found is not null)
                    return Provenance.Hidden(SqlLineageGaps.Ambiguous);
                found = relation.Find(parts[parts.Length - 1]);
            }

            if (found is not null)
                return found;
            if (level.Gaps is not SqlLineageGaps.None)
                return Provenance.Hidden(level.Gaps);
        }

        return null;
    }

    private Provenance? FieldOf(ImmutableArray<string> parts, Scope scope)
    {
        if (!HasStructs)
            return null;

        var column = parts.Length > 2 ? Qualified(ImmutableArray.Create(parts[0], parts[1]), scope) : null;
        column ??= Unqualified(parts[0], scope);
        var field = new ProvenanceBuilder(_budget);
        field.Add(column, SqlTransformation.Transformation);
        return field.Build();
    }
}
