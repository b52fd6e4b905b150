using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Compares places in a value.</summary>
internal static class Paths
{
    /// <summary>True when a change of the place leaves nothing of what the path asks for.</summary>
    public static bool Covers(FlowPath? place, FlowPath? path)
    {
        for (; place is not null; place = place.Rest, path = path.Rest)
        {
            if (path is null || place.Head.Kind == FlowStepKind.Element || place.Head.Name == Steps.AnyKey || !place.Head.Equals(path.Head))
                return false;
        }

        return true;
    }

    /// <summary>True when the path leads into the place, with the steps that are left.</summary>
    public static bool Into(FlowPath? place, FlowPath? path, out FlowPath? rest) => Into(place, path, out rest, out var isKey) && !isKey;

    /// <summary>The same, for places that may be entries of a dictionary: then the path may ask for the key instead.</summary>
    public static bool Into(FlowPath? place, FlowPath? path, out FlowPath? rest, out bool isKey)
    {
        isKey = false;
        rest = path;
        for (; place is not null; place = place.Rest)
        {
            if (rest is null)
                return false;
            if (place.Head.Kind == FlowStepKind.Key && rest is { Head.Kind: FlowStepKind.Element, Rest.Head: { Kind: FlowStepKind.Member } part } && (part.Equals(FlowStep.PairKey) || part.Equals(FlowStep.PairValue)))
            {
                isKey = part.Equals(FlowStep.PairKey);
                rest = rest.Rest.Rest;
            }
            else if (Meets(place.Head, rest.Head))
            {
                rest = rest.Rest;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The path inside one row, whichever row of the sequence it is.</summary>
    public static FlowPath? InRow(FlowPath? path)
    {
        while (path is { Head.Kind: FlowStepKind.Element } or { Head.Kind: FlowStepKind.Index, Rest.Head.Kind: FlowStepKind.Member })
            path = path.Rest;
        return path;
    }

    /// <summary>The path with one step more, further inside.</summary>
    public static FlowPath Append(FlowPath? path, FlowStep step) => path is null ? new FlowPath(step, null) : new FlowPath(path.Head, Append(path.Rest, step));

    /// <summary>The last member that a place names.</summary>
    public static ISymbol? LastMember(FlowPath? place)
    {
        ISymbol? last = null;
        for (; place is not null; place = place.Rest)
            last = place.Head.Member ?? last;
        return last;
    }

    /// <summary>A deconstructed part, by the names that the value's type gives its parts.</summary>
    public static FlowPath? Taken(FlowPath? taken, ITypeSymbol? type) =>
        taken is null ? null : new FlowPath(Part(type, int.Parse(taken.Head.Name.Substring("Item".Length), System.Globalization.CultureInfo.InvariantCulture) - 1), taken.Rest);

    /// <summary>The step to a part of a deconstructed value: an element of a tuple, else what <c>Deconstruct</c> calls it.</summary>
    public static FlowStep Part(ITypeSymbol? type, int position)
    {
        if (type is { IsTupleType: false }
            && type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length > position) is { } deconstruct
            && type.GetMembers().FirstOrDefault(member => member is IPropertySymbol && string.Equals(member.Name, deconstruct.Parameters[position].Name, StringComparison.OrdinalIgnoreCase)) is { } property)
            return FlowStep.Of(property);
        return FlowStep.Named("Item" + (position + 1));
    }

    /// <summary>A part of something with a name, as a reader would write it.</summary>
    public static string Shown(string name, FlowPath? path)
    {
        for (; path is not null; path = path.Rest)
        {
            if (path.Head.Kind != FlowStepKind.Element)
                name += "." + path.Head.Name;
        }

        return name;
    }

    private static bool Meets(FlowStep place, FlowStep asked) =>
        place.Meets(asked)
        || (place.Kind, asked.Kind) is (FlowStepKind.Key, FlowStepKind.Key) && (place.Name == Steps.AnyKey || asked.Name == Steps.AnyKey)
        || (place.Kind, asked.Kind) is (FlowStepKind.Key, FlowStepKind.Member) or (FlowStepKind.Member, FlowStepKind.Key) && string.Equals(place.Name, asked.Name, StringComparison.OrdinalIgnoreCase);
}
