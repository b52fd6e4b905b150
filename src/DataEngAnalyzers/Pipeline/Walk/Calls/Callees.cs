using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The bodies that a use of a member runs, each as a frame below the one that uses it.</summary>
internal sealed class Callees
{
    private const int MostDepth = 8;

    private readonly PipelineContext _context;

    public Callees(PipelineContext context) => _context = context;

    /// <summary>Every body in this compilation that the use can run; several where the object's type decides.</summary>
    public ImmutableArray<Frame> Of(IOperation use, Frame caller) => Of(use, caller, _ => true);

    /// <summary>Those bodies that touch data, give it context, or belong to the same object.</summary>
    public ImmutableArray<Frame> FruitfulOf(IOperation use, Frame caller) => Of(use, caller, IsWorthwhile(use));

    private ImmutableArray<Frame> Of(IOperation use, Frame caller, Func<SyntaxNode, bool> isWorthwhile)
    {
        if (caller.Depth >= MostDepth || CallOf(use) is not { } call)
            return ImmutableArray<Frame>.Empty;

        var self = SelfOf(use, caller);
        var targets = call.IsVirtual ? _context.Dispatch.TargetsOf(call.Method, self) : ImmutableArray.Create(call.Method);
        var frames = ImmutableArray.CreateBuilder<Frame>(targets.Length);
        foreach (var target in targets)
        {
            var isOther = IsOther(target, call, use, caller);
            if (caller.IsIn(target) || _context.Bodies.DeclarationOf(target) is not { } declaration || (isOther && !isWorthwhile(declaration)) || _context.Bodies.Of(declaration) is not { } body)
                continue;

            frames.Add(new Frame(Filled(target, self), body, caller, use)
            {
                Handed = use as IMethodReferenceOperation,
                Self = self,
                IsOtherObject = isOther,
            });
        }

        return frames.ToImmutable();
    }

    /// <summary>The bodies of a member that a method of another project runs on the object it is called on.</summary>
    /// <param name="use">The call of that method.</param>
    /// <param name="member">The id of the member.</param>
    /// <param name="caller">The body that holds the call.</param>
    public ImmutableArray<Frame> CalledBack(IInvocationOperation use, string member, Frame caller)
    {
        if (caller.Depth >= MostDepth || use.Instance is not { } instance || _context.Values.SelfOf(new Value(instance, caller)) is not { } self || MemberOf(self.Type, member) is not { } method)
            return ImmutableArray<Frame>.Empty;

        var frames = ImmutableArray.CreateBuilder<Frame>();
        foreach (var target in _context.Dispatch.TargetsOf(method, self))
        {
            if (!caller.IsIn(target) && _context.Bodies.DeclarationOf(target) is { } declaration && _context.Bodies.Of(declaration) is { } body)
                frames.Add(new Frame(Filled(target, self), body, caller, use) { Self = self, IsOtherObject = true, IsCalledBack = true });
        }

        return frames.ToImmutable();
    }

    private static IMethodSymbol? MemberOf(ITypeSymbol? type, string id)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.OriginalDefinition.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(member => member.GetDocumentationCommentId() == id) is { } found)
                return found;
        }

        return null;
    }

    private Func<SyntaxNode, bool> IsWorthwhile(IOperation use) => declaration =>
        _context.Code.IsFruitful(declaration) || Arguments.Of(use).Any(argument => argument.Value.Type?.TypeKind == TypeKind.Delegate);

    private static MemberCall? CallOf(IOperation use) => use switch
    {
        IInvocationOperation call => new MemberCall(call.TargetMethod, call.Instance, call.IsVirtual),
        IMethodReferenceOperation reference => new MemberCall(reference.Method, reference.Instance, reference.IsVirtual),
        IObjectCreationOperation { Constructor: { } constructor } => new MemberCall(constructor, Instance: null, IsVirtual: false),
        IPropertyReferenceOperation { Property.GetMethod: { } getter } property when !IsTarget(property) => new MemberCall(getter, property.Instance, IsVirtual: true),
        _ => null,
    };

    private static bool IsTarget(IOperation property) => property.Parent is ISimpleAssignmentOperation { Target: var target } && target == property;

    /// <summary>The object that the used member works on; <see langword="null"/> where nothing is known but the member.</summary>
    public Self? SelfOf(IOperation use, Frame caller) => CallOf(use) switch
    {
        null => null,
        _ when use is IObjectCreationOperation creation => new Self(creation.Type, new Value(creation, caller)),
        { Instance: { } instance } => _context.Values.SelfOf(new Value(instance, caller)),
        { Method.MethodKind: MethodKind.LocalFunction } => caller.Self,
        _ => null,
    };

    // Members of one type are one piece of code, on whatever object they are called; so is what a base class calls on itself.
    private static bool IsOther(IMethodSymbol target, MemberCall call, IOperation use, Frame caller) =>
        (use is IObjectCreationOperation || call.Instance is not IInstanceReferenceOperation)
        && !SymbolEqualityComparer.Default.Equals(target.ContainingType.OriginalDefinition, caller.Method.ContainingType.OriginalDefinition);

    // A member of a generic base class, seen from the class that says what T is.
    private static IMethodSymbol Filled(IMethodSymbol target, Self? self)
    {
        if (!target.ContainingType.IsGenericType)
            return target;

        for (var type = self?.Type as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (!SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, target.ContainingType.OriginalDefinition))
                continue;
            var member = type.GetMembers(target.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, target.OriginalDefinition));
            return member is null ? target : target.IsGenericMethod ? member.Construct([.. target.TypeArguments]) : member;
        }

        return target;
    }

    private readonly record struct MemberCall(IMethodSymbol Method, IOperation? Instance, bool IsVirtual);
}
