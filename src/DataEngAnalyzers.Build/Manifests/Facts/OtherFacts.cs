using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>A defect of Alembic's tree of revisions.</summary>
/// <param name="Kind">heads, missing-parent, duplicate or empty-downgrade.</param>
internal sealed record TreeFact(Spot Spot, string Kind, string Revision, string Detail);

/// <summary>What a revision's upgrade does to a table.</summary>
internal sealed record OperationFact(Spot Spot, string Kind, string Schema, string Table, string Column, string Revision)
{
    public Details Details { get; init; } = new();
}

/// <summary>A path that a jq program takes, or an operator that matters.</summary>
/// <param name="PayloadType">The type whose payload it reads; empty when nobody said.</param>
internal sealed record JqFact(Spot Spot, string PathOrOperator, string Detail, string PayloadType);

/// <summary>A payload that is a sample of a type.</summary>
internal sealed record SampleFact(string TypeName)
{
    public List<SampleValue> Values { get; } = [];
}

/// <param name="Pointer">JSON pointer to the value.</param>
/// <param name="Kind">string, number, bool, null, object or array.</param>
internal sealed record SampleValue(Spot Spot, string Pointer, string Kind);
