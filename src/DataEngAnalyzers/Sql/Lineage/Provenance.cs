using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>The inputs of a value; shared by everything that passes the value on.</summary>
internal sealed class Provenance
{
    public static readonly Provenance Nothing = new(ImmutableArray<SqlLineageInput>.Empty, SqlLineageGaps.None);

    public Provenance(ImmutableArray<SqlLineageInput> inputs, SqlLineageGaps gaps)
    {
        Inputs = inputs;
        Gaps = gaps;
    }

    public ImmutableArray<SqlLineageInput> Inputs { get; }

    public SqlLineageGaps Gaps { get; }

    public Provenance With(SqlLineageGaps gaps) => (Gaps | gaps) == Gaps ? this : new Provenance(Inputs, Gaps | gaps);

    public static Provenance Hidden(SqlLineageGaps gaps) => new(ImmutableArray<SqlLineageInput>.Empty, gaps);
}

/// <summary>Collects inputs, each once.</summary>
internal sealed class ProvenanceBuilder
{
    // Below this many a look through the list is cheaper than a set.
    private const int FewInputs = 8;

    private readonly WorkBudget _budget;
    private readonly ImmutableArray<SqlLineageInput>.Builder _inputs = ImmutableArray.CreateBuilder<SqlLineageInput>();
    private HashSet<SqlLineageInput>? _seen;

    public ProvenanceBuilder(WorkBudget budget) => _budget = budget;

    public bool IsEmpty => _inputs.Count == 0;

    /// <summary>A constant has taken part.</summary>
    public bool HasLiteral { get; private set; }

    public SqlLineageGaps Gaps { get; set; }

    public void Add(SqlLineageSource source, SqlTransformation transformation)
    {
        // Constants are worth a word only where they are the value.
        if (source.Kind is SqlLineageSourceKind.Literal && transformation is not SqlTransformation.Identity)
            HasLiteral = true;
        else if (!_budget.Spend())
            Gaps |= SqlLineageGaps.TooLarge;
        else if (IsNew(new SqlLineageInput(source, transformation)))
            _inputs.Add(new SqlLineageInput(source, transformation));
    }

    public void Add(Provenance inner, SqlTransformation outer)
    {
        Gaps |= inner.Gaps;
        foreach (var input in inner.Inputs)
            Add(input.Source, outer.Over(input.Transformation));
    }

    public Provenance Build() => _inputs.Count == 0 && Gaps is SqlLineageGaps.None ? Provenance.Nothing : new Provenance(_inputs.ToImmutable(), Gaps);

    private bool IsNew(SqlLineageInput input)
    {
        if (_seen is null && _inputs.Count < FewInputs)
            return !_inputs.Contains(input);

        _seen ??= new HashSet<SqlLineageInput>(_inputs);
        return _seen.Add(input);
    }
}
