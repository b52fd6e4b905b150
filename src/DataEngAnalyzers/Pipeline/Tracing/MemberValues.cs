using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// What a member of an object was given on the object's way to a use: where it is made, or by assignments in the methods that hand it on.
/// Code that is handed the object and is not on that way may give it another.
/// </summary>
internal static class MemberValues
{
    private const int MostSteps = 24;

    /// <summary>Every value that the member can have at the use; none where one of them is out of sight.</summary>
    /// <param name="owner">The object, as the use names it.</param>
    /// <param name="member">Its field or property.</param>
    /// <param name="context">Follows the object.</param>
    public static IReadOnlyList<Value> Of(Value owner, ISymbol member, PipelineContext context)
    {
        var given = new List<Value>();
        var pending = new Stack<Value>();
        pending.Push(owner);
        for (var step = 0; pending.Count > 0; step++)
        {
            var use = pending.Pop();
            if (step > MostSteps || IsOutOfSight(use, member, context))
                return [];

            var assigned = AssignedTo(use, member).ToList();
            given.AddRange(assigned.Select(assignment => new Value(assignment.Value, FrameOf(use))));
            if (assigned.Any(assignment => Flow.ForkAround(assignment) is null))
                continue;

            var makers = MakersOf(use, context).ToList();
            if (makers.Count > 0)
                makers.ForEach(pending.Push);
            else if (MadeWith(use, member.Name) is { } made)
                given.Add(made);
            else
                return [];
        }

        return given;
    }

    /// <summary>What an object is created with for a member: <c>new { from, to }</c>, <c>new Window { From = … }</c>, <c>new Window(from, to)</c>.</summary>
    public static Value? MadeWith(Value made, string name)
    {
        switch (made.Operation)
        {
            case IAnonymousObjectCreationOperation { Initializers: var initializers }:
                return Assigned(made, initializers, name);
            case IObjectCreationOperation creation:
                var argument = creation.Arguments.FirstOrDefault(candidate => IsNamed(candidate.Parameter?.Name, name));
                return argument is not null ? made.At(argument.Value) : creation.Initializer is { } initializer ? Assigned(made, initializer.Initializers, name) : null;
            default:
                return null;
        }
    }

    private static Value? Assigned(Value made, IEnumerable<IOperation> initializers, string name) => initializers.OfType<ISimpleAssignmentOperation>()
        .Where(assignment => assignment.Target is IPropertyReferenceOperation target && IsNamed(target.Property.Name, name))
        .Select(assignment => (Value?)made.At(assignment.Value))
        .FirstOrDefault();

    private static bool IsNamed(string? given, string name) => string.Equals(given, name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Value> MakersOf(Value use, PipelineContext context) => use.Operation switch
    {
        _ when context.Values.Step(use) is { } next => [next],
        IInvocationOperation call => context.Callees.Of(call, use.Frame).SelectMany(Results.Of),
        _ => [],
    };

    private static IEnumerable<ISimpleAssignmentOperation> AssignedTo(Value use, ISymbol member) =>
        MentionsOf(use).Select(mention => AssignmentOf(mention, member)).OfType<ISimpleAssignmentOperation>();

    // landing.Path = path
    private static ISimpleAssignmentOperation? AssignmentOf(IOperation mention, ISymbol member) =>
        mention.Parent is IMemberReferenceOperation { Parent: ISimpleAssignmentOperation assignment } target
        && assignment.Target == target
        && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member.OriginalDefinition)
            ? assignment
            : null;

    // Set after the use, it may hold that in the next turn; another method that gets the object before may set it, too.
    private static bool IsOutOfSight(Value use, ISymbol member, PipelineContext context) => MentionsOf(use).Any(mention =>
        mention.Syntax.SpanStart > use.Operation.Syntax.SpanStart
            ? AssignmentOf(mention, member) is not null
            : mention != use.Operation && mention.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var called } } && !context.Apis.FindAll(called).Any(api => api.Role == ApiRole.Log));

    private static IEnumerable<IOperation> MentionsOf(Value use) => use.Operation switch
    {
        ILocalReferenceOperation { Local: var local } => FrameOf(use).MentionsOf(local),
        IParameterReferenceOperation { Parameter: var parameter } => use.Frame.MentionsOf(parameter),
        _ => [],
    };

    private static Frame FrameOf(Value use) => use.Operation is ILocalReferenceOperation { Local: var local } ? use.Frame.OwnerOf(local) : use.Frame;
}
