using System;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How a part is taken out of a value.</summary>
internal enum FlowStepKind
{
    /// <summary>A property, field or element of a tuple, by name.</summary>
    Member,

    /// <summary>Any element of a sequence; a pair of key and value of a dictionary.</summary>
    Element,

    /// <summary>What stands under a name: a column of a reader, an entry of a dictionary.</summary>
    Key,

    /// <summary>What stands at a position: a column of a reader, a field of a line that is read.</summary>
    Index,

    /// <summary>What stands at a position of a line that the code puts together.</summary>
    Field,
}

/// <summary>One step into a value.</summary>
internal readonly record struct FlowStep(FlowStepKind Kind, string Name)
{
    public static readonly FlowStep Element = new(FlowStepKind.Element, string.Empty);

    public static readonly FlowStep PairKey = new(FlowStepKind.Member, "Key");

    public static readonly FlowStep PairValue = new(FlowStepKind.Member, "Value");

    /// <summary>The member as the code's own type declares it, for the way it passes; <see langword="null"/> for others.</summary>
    public ISymbol? Member { get; init; }

    public static FlowStep Of(ISymbol member) =>
        new(FlowStepKind.Member, member is IFieldSymbol { CorrespondingTupleField: { } item } ? item.Name : member.Name) { Member = member };

    public static FlowStep Named(string member) => new(FlowStepKind.Member, member);

    public static FlowStep Under(string key) => new(FlowStepKind.Key, key);

    public static FlowStep At(int position) => new(FlowStepKind.Index, position.ToString(CultureInfo.InvariantCulture));

    public static FlowStep FieldAt(int position) => new(FlowStepKind.Field, position.ToString(CultureInfo.InvariantCulture));

    /// <summary>The position of an <see cref="FlowStepKind.Index"/> or <see cref="FlowStepKind.Field"/>; -1 for the other kinds.</summary>
    public int Position => Kind is FlowStepKind.Index or FlowStepKind.Field ? int.Parse(Name, CultureInfo.InvariantCulture) : -1;

    /// <summary>True when what is put in by one step can be taken out by the other.</summary>
    public bool Meets(FlowStep other) => (Kind, other.Kind) switch
    {
        (FlowStepKind.Element, FlowStepKind.Element or FlowStepKind.Index or FlowStepKind.Key) or (FlowStepKind.Index or FlowStepKind.Key, FlowStepKind.Element) => true,
        (FlowStepKind.Member, FlowStepKind.Member) or (FlowStepKind.Index, FlowStepKind.Index) => Name == other.Name,
        (FlowStepKind.Field, _) or (_, FlowStepKind.Field) or (FlowStepKind.Index, _) or (_, FlowStepKind.Index) or (FlowStepKind.Element, _) or (_, FlowStepKind.Element) => false,
        _ => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase),
    };

    public bool Equals(FlowStep other) => Kind == other.Kind && Name == other.Name;

    public override int GetHashCode() => unchecked((Name.GetHashCode() * 31) + (int)Kind);
}

/// <summary>What is asked of a value: the steps into it, outermost first; <see langword="null"/> asks for all of it.</summary>
internal sealed record FlowPath(FlowStep Head, FlowPath? Rest)
{
    private const int Longest = 12;

    /// <summary>How many steps; a path that grows without end goes round in a circle.</summary>
    public int Length { get; } = Rest is null ? 1 : Rest.Length + 1;

    public bool IsTooLong => Length > Longest;

    /// <summary>True when the way leads into a line that the code puts together.</summary>
    public bool EndsInField
    {
        get
        {
            var last = this;
            while (last.Rest is { } rest)
                last = rest;
            return last.Head.Kind == FlowStepKind.Field;
        }
    }

    public override string ToString() => Rest is null ? $"{Head.Kind}:{Head.Name}" : $"{Head.Kind}:{Head.Name}/{Rest}";
}
