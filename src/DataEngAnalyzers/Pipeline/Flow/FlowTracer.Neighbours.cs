using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Types of other projects: of their bodies, only what those projects say of them is known, in every host the same.</summary>
internal sealed partial class FlowTracer
{
    private bool IsOfNeighbour(ISymbol? symbol) => symbol is not (null or { ContainingAssembly: null }) && !symbol.IsDeclaredIn(_context.Compilation) && symbol.IsOfTeam(_context);

    // A positional record takes its parameters as members and hands them out again in the same order.
    private static bool IsPositional(IMethodSymbol constructor) => constructor.ContainingType is { IsRecord: true } record
        && record.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(deconstruct => deconstruct.Parameters.Select(part => part.Name).SequenceEqual(constructor.Parameters.Select(part => part.Name)));

    // A member that nothing can set and that keeps nothing: a compiler marks those that it makes itself.
    private bool IsComputedByNeighbour(IPropertySymbol property) =>
        property is { SetMethod: null, IsIndexer: false, ContainingType: { TypeKind: not TypeKind.Interface, IsAnonymousType: false }, GetMethod: { IsAbstract: false } getter }
        && IsOfNeighbour(property)
        && !getter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute")
        && !property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } kept } && SymbolEqualityComparer.Default.Equals(kept, property));

    private void LookAtComputedByNeighbour(Value owner, FlowPath? part, IPropertySymbol property, FlowAim aim)
    {
        var flows = FlowsOf(property.GetMethod!);
        foreach (var flow in flows)
            LookAtFlow(flow, owner, part, property.ContainingType, owner, aim.Through(property));
        if (flows.IsEmpty)
            Gap($"what {property.ContainingType.Name}.{property.Name} is made of", owner, aim);
    }

    private void LookAtMadeByNeighbour(Value value, IObjectCreationOperation creation, IMethodSymbol constructor, string name, FlowAim aim)
    {
        var flows = FlowsOf(constructor);
        foreach (var flow in flows.Where(flow => flow.Member == name))
        {
            var argument = creation.Arguments.FirstOrDefault(argument => Signature.ReferenceTo(argument.Parameter) == flow.From)?.Value;
            LookAtFlow(flow, value.At(argument ?? creation), null, argument is null ? null : value.At(argument).Unconverted.Operation.Type, value, aim);
        }

        if (flows.IsEmpty && !IsPositional(constructor))
            Gap($"what the constructor of {creation.Type?.Name} puts into {name}", value, aim);
        else if (!flows.Any(flow => flow.Member == name))
            aim.Found(FlowOriginKind.Unset, creation);
    }

    private ImmutableArray<MemberFlow> FlowsOf(IMethodSymbol method) =>
        method.OriginalDefinition.GetDocumentationCommentId() is { } id && _context.Neighbours.Of(method.ContainingAssembly.Name, id) is { } summary ? summary.Flows : ImmutableArray<MemberFlow>.Empty;

    private void LookAtFlow(MemberFlow flow, Value from, FlowPath? part, ITypeSymbol? type, Value where, FlowAim aim)
    {
        var inside = flow.How switch
        {
            SqlTransformation.Identity => aim,
            SqlTransformation.Conditional => aim.Deciding(SqlTransformation.Conditional),
            var how => aim.At(null).By(how),
        };
        if (flow.Kind is { } kind)
            inside.Found(kind, where.Operation);
        else if (flow.Path.Length == 0 && flow.From != MemberFlow.Unknown)
            Trace(from, inside.Inside(part));
        else if (type is not null && StepsOf(type, flow.Path) is { } steps)
            Trace(from, inside.Inside(steps).Inside(part));
        else
            Gap($"what {Shown(where.Operation)} is made of", where, aim);
    }

    // The names of a path, each in the elements of the member before it where that holds many.
    private static FlowPath? StepsOf(ITypeSymbol type, string path)
    {
        FlowPath? steps = null;
        var owner = type;
        foreach (var name in path.Split('.'))
        {
            if (RowTypes.IsSequence(owner) && RowTypes.ElementOf(owner) is { } element)
            {
                steps = Paths.Append(steps, FlowStep.Element);
                owner = element;
            }

            if (MemberPaths.Find(owner, name, System.StringComparison.Ordinal) is not { } member || MemberPaths.TypeOf(member) is not { } next)
                return null;
            steps = Paths.Append(steps, FlowStep.Of(member));
            owner = next;
        }

        return steps;
    }
}
