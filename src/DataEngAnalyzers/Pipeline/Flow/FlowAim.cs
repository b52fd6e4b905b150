using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What is looked for in a value, and for whom.</summary>
/// <param name="Path">The part of the value; all of it when there is none.</param>
/// <param name="Kind">What happens to the part between here and the target.</param>
/// <param name="Via">The members it passes on the way to the target, nearest to the source first.</param>
/// <param name="Into">Who gets what is found.</param>
internal sealed record FlowAim(FlowPath? Path, SqlTransformation Kind, ImmutableStack<string> Via, FlowFindings Into)
{
    public static FlowAim All(FlowFindings into) => new(null, SqlTransformation.Identity, ImmutableStack<string>.Empty, into);

    /// <summary>The same part, further inside.</summary>
    public FlowAim Inside(FlowStep step) => this with { Path = new FlowPath(step, Path) };

    public FlowAim Inside(FlowPath? steps) => steps is null ? this : Inside(steps.Rest).Inside(steps.Head);

    /// <summary>The part without its first steps.</summary>
    public FlowAim At(FlowPath? rest) => this with { Path = rest };

    /// <summary>The value is made of what is looked at by a transformation.</summary>
    public FlowAim By(SqlTransformation inner) => this with { Kind = Kind.Over(inner) };

    /// <summary>All of the value goes into a computation.</summary>
    public FlowAim Computed => this with { Path = null, Kind = Kind.Over(SqlTransformation.Transformation) };

    /// <summary>All of the value decides something.</summary>
    public FlowAim Deciding(SqlTransformation what) => this with { Path = null, Kind = what, Via = ImmutableStack<string>.Empty };

    /// <summary>The value passes a member of one of the code's own types.</summary>
    public FlowAim Through(ISymbol? member) =>
        member is { ContainingType: { IsAnonymousType: false, IsTupleType: false } type } && Name(type, member) is var name && (Via.IsEmpty || Via.Peek() != name) ? this with { Via = Via.Push(name) } : this;

    /// <summary>An origin, at the end of the way.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="where">Where the code reads it.</param>
    /// <param name="dataset">The dataset of a column.</param>
    /// <param name="column">Its name.</param>
    /// <param name="read">The operation that reads it.</param>
    public void Found(FlowOriginKind kind, IOperation? where = null, Dataset? dataset = null, string? column = null, DataOperation? read = null) =>
        Into.Add(new FlowOrigin(kind, Kind) { Dataset = dataset, Column = column, Read = read, Via = Via.ToImmutableArray(), Where = where?.Syntax.GetLocation() });

    private static string Name(INamedTypeSymbol type, ISymbol member) => $"{type.Name}.{member.Name}";
}

/// <summary>The origins and gaps found for one column, or for the rows as a whole.</summary>
internal sealed class FlowFindings
{
    private readonly List<FlowOrigin> _origins = new();
    private readonly List<FlowGap> _gaps = new();
    private readonly HashSet<(FlowOriginKind, SqlTransformation, string?, string?)> _known = new();

    /// <summary>What has been looked at already; a second look finds nothing new.</summary>
    public HashSet<(IOperation, Frame, string, SqlTransformation)> Seen { get; } = new();

    /// <summary>The origins; what nobody sets and what the code names count only alone.</summary>
    public ImmutableArray<FlowOrigin> Origins
    {
        get
        {
            var strong = _origins.Where(origin => origin.Kind is not (FlowOriginKind.Unset or FlowOriginKind.Constant)).ToImmutableArray();
            if (!strong.IsEmpty)
                return strong;
            var constant = _origins.Where(origin => origin.Kind is FlowOriginKind.Constant).Take(1).ToImmutableArray();
            return constant.IsEmpty ? _origins.Take(1).ToImmutableArray() : constant;
        }
    }

    public ImmutableArray<FlowGap> Gaps => _gaps.Distinct().ToImmutableArray();

    /// <summary>True when nobody gives the column a value, as far as everything is seen.</summary>
    public bool IsUnset => _gaps.Count == 0 && _origins.All(origin => origin.Kind == FlowOriginKind.Unset);

    public void Add(FlowOrigin origin)
    {
        if (_known.Add(origin.Identity))
            _origins.Add(origin);
    }

    public void Gap(string what, Location where) => _gaps.Add(new FlowGap(what, where));
}
