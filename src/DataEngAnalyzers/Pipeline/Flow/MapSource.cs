using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a mapper makes something of: a value, or a part of it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Owner">The steps to the owner of <paramref name="Member"/>, or to the part itself.</param>
/// <param name="Member">The member that is the part; it may have a body.</param>
/// <param name="Type">The type of the part.</param>
internal readonly record struct MapSource(Value Value, FlowPath? Owner, ISymbol? Member, ITypeSymbol? Type)
{
    /// <summary>The steps to the part.</summary>
    public FlowPath? Part => Member is null ? Owner : Paths.Append(Owner, FlowStep.Of(Member));

    /// <summary>An element of it.</summary>
    public MapSource Element(ITypeSymbol type) => new(Value, Paths.Append(Part, FlowStep.Element), null, type);

    /// <summary>A member of it.</summary>
    public MapSource Inside(ISymbol member) => new(Value, Part, member, MemberPaths.TypeOf(member));
}
