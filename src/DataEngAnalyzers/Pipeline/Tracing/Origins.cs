using System;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Follows a value back to something that answers differently on each run: the clock of the machine, or chance. One that is only the
/// default of something a caller can give (an argument, a stored watermark) decides nothing; an injected time provider can be set, too.
/// </summary>
internal sealed class Origins
{
    private const int MostDepth = 24;
    private const int MostSteps = 4096;

    private readonly PipelineContext _context;
    private readonly ApiRole _role;
    private int _steps;

    /// <param name="context">Follows values and knows the APIs.</param>
    /// <param name="role">What is looked for: the clock, or chance.</param>
    public Origins(PipelineContext context, ApiRole role)
    {
        _context = context;
        _role = role;
    }

    /// <summary>The reading that a value is computed from, whatever happens; <see langword="null"/> where there is none.</summary>
    /// <remarks>Each question counts its own steps: values that are made of each other multiply.</remarks>
    public Location? Behind(Value value) => new Origins(_context, _role).Behind(value, 0);

    private Location? Behind(Value value, int depth)
    {
        if (depth > MostDepth || ++_steps > MostSteps)
            return null;
        if (BehindText(value, depth) is { } inText)
            return inText;

        var made = _context.Values.Resolve(value);
        if (_context.Apis.FindAll(Values.SymbolOf(made.Operation)).FirstOrDefault(api => api.Role == _role) is { } origin)
            return origin.Is("kind", "provider") ? null : made.Operation.Syntax.GetLocation();

        Location? Part(IOperation? part) => part is null ? null : Behind(made.At(part), depth + 1);
        Location? All(params IOperation?[] choices)
        {
            var clocks = choices.Select(Part).ToList();
            return clocks.All(found => found is not null) ? clocks[0] : null;
        }

        return made.Operation switch
        {
            IBinaryOperation sum => Part(sum.LeftOperand) ?? Part(sum.RightOperand),
            IConditionalOperation choice => All(choice.WhenTrue, choice.WhenFalse),
            ICoalesceOperation choice => All(choice.Value, choice.WhenNull),
            ISwitchExpressionOperation choice => All(choice.Arms.Select(arm => (IOperation?)arm.Value).ToArray()),
            IConditionalAccessOperation access => Part(access.Operation),
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Select(part => Part(part.Expression)).FirstOrDefault(found => found is not null),
            IPropertyReferenceOperation { Instance: { } owner } property when IsOfFramework(property.Property) => Part(owner),
            IPropertyReferenceOperation { Instance: { } owner, Property: { IsIndexer: false } property } => BehindMember(made.At(owner), property, depth),
            IFieldReferenceOperation { Instance: { } owner, Field: var field } => BehindMember(made.At(owner), field, depth),
            IObjectCreationOperation { Constructor: { } constructor } creation when IsOfFramework(constructor) => First(creation.Arguments, Part),
            IInvocationOperation call => BehindResult(made, call, depth) ?? (IsOfFramework(call.TargetMethod) ? Part(call.Instance) ?? First(call.Arguments, Part) : null),
            ILocalReferenceOperation { Local: var local } => BehindLocal(made, local, depth),
            _ => null,
        };
    }

    private static Location? First(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, Func<IOperation?, Location?> part) =>
        arguments.Select(argument => part(argument.Value)).FirstOrDefault(found => found is not null);

    // A local with several values is a default that something may replace, unless every one comes from the clock.
    private Location? BehindLocal(Value use, ILocalSymbol local, int depth)
    {
        var owner = use.Frame.OwnerOf(local);
        var clocks = use.Frame.DefinitionsOf(local)
            .Select(definition => definition.Kind == DefinitionKind.Assigned ? Behind(new Value(definition.Value, owner), depth + 1) : BehindPart(definition, owner, depth))
            .ToList();
        return clocks.Count > 0 && clocks.All(found => found is not null) ? clocks[0] : null;
    }

    // var (from, to) = (today.AddDays(-1), today)
    private Location? BehindPart(Definition definition, Frame owner, int depth) =>
        definition.Kind == DefinitionKind.Element && _context.Values.Resolve(new Value(definition.Value, owner)).Operation is ITupleOperation { Elements: var elements }
            ? elements.Select(element => Behind(new Value(element, owner), depth + 1)).FirstOrDefault(found => found is not null)
            : null;

    // Every value that the object's member is given must come from there, as with a local.
    private Location? BehindMember(Value owner, ISymbol member, int depth)
    {
        var clocks = MemberValues.Of(owner, member, _context).Select(given => Behind(given, depth + 1)).ToList();
        return clocks.Count > 0 && clocks.All(found => found is not null) ? clocks[0] : null;
    }

    // A part that the text has whatever happens, or in one form or another: if (…) text.Append(today); else text.Append(tomorrow);
    private Location? BehindText(Value value, int depth)
    {
        if (value.Operation is not ILocalReferenceOperation { Local: { Type: { Name: "StringBuilder", ContainingNamespace.Name: "Text" } } local })
            return null;

        var owner = value.Frame.OwnerOf(local);
        var parts = owner.ContentsOf(local)
            .Select(part => (Part: part, Fork: Flow.ForkAround(part), Clock: Behind(new Value(part, owner), depth + 1)))
            .Where(part => part.Clock is not null)
            .ToList();
        bool IsOnBothWays(IOperation? fork) => fork is IConditionalOperation { WhenTrue: var one, WhenFalse: { } other } && Flow.ForkAround(fork) is null
            && parts.Any(part => one.Syntax.Span.Contains(part.Part.Syntax.Span)) && parts.Any(part => other.Syntax.Span.Contains(part.Part.Syntax.Span));
        return parts.FirstOrDefault(part => part.Fork is null || IsOnBothWays(part.Fork)).Clock;
    }

    private Location? BehindResult(Value use, IInvocationOperation call, int depth)
    {
        var clocks = _context.Callees.Of(call, use.Frame).SelectMany(Results.Of).Select(result => Behind(result, depth + 1)).ToList();
        return clocks.Count > 0 && clocks.All(found => found is not null) ? clocks[0] : null;
    }

    private static bool IsOfFramework(ISymbol member) =>
        member.ContainingType is { ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }
            or { ContainingNamespace: { Name: "IO" or "Text", ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } } };
}
