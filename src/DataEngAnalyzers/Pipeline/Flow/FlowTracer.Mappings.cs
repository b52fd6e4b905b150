using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Objects that a mapper makes of others, by the names of their members and by the rules in sight.</summary>
internal sealed partial class FlowTracer
{
    private readonly Dictionary<Frame, (IMethodSymbol Function, MapSource Source)> _given = new();
    private readonly Dictionary<(IOperation Function, Value Source, string Part), Frame> _ruleFrames = new();

    /// <summary>What one call of a mapper is asked.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Asked">The whole question, for the object that is filled.</param>
    /// <param name="IsLeft">True when somebody else looks at what the object held before.</param>
    private sealed record MapQuestion(Call Call, FlowAim Asked, bool IsLeft);

    /// <summary>What a mapper puts into one member of the object that it fills; nothing where it leaves the member alone.</summary>
    public void TraceMapped(Call call, IPropertySymbol member, FlowAim aim) => LookAtMap(call, aim.Inside(FlowStep.Of(member)), isLeft: true);

    private void LookAtMap(Call call, FlowAim aim, bool isLeft = false)
    {
        var question = new MapQuestion(call, aim, isLeft);
        if (call["options"] is not null)
            Gap($"what the options of {call.Api.SymbolName.Member} do", new Value(call.Operation, call.Frame), aim);
        else if (SourceOf(call) is { } source && MadeBy(call) is { SpecialType: not SpecialType.System_Object } target)
            LookAtMapped(source, target, question, aim);
        else
            Gap($"what {Shown(call.Operation)} makes", new Value(call.Operation, call.Frame), aim);
    }

    private static ITypeSymbol? MadeBy(Call call) => call.Operation.Type is { } type ? call.Frame.Filled(type) : null;

    // A library takes any object: what it is, the code before the conversion tells, else where it is made.
    private MapSource? SourceOf(Call call)
    {
        if (call["from"]?.Unconverted is not { } from)
            return null;
        if (from.Operation.Type is null or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.TypeParameter })
            from = _context.Values.Resolve(from).Unconverted;
        return from.Operation.Type is { } type ? new MapSource(from, null, null, RowTypes.Awaited(from.Frame.Filled(type))) : null;
    }

    private void LookAtMapped(MapSource source, ITypeSymbol target, MapQuestion question, FlowAim aim)
    {
        if (aim.Path is null)
            TraceSource(source, IsConverted(source.Type, target) ? aim.By(SqlTransformation.Transformation) : aim);
        else if (RowTypes.IsSequence(target) && RowTypes.ElementOf(target) is { } made)
            LookAtMappedElement(source, made, question, aim, aim.Path);
        else if (source.Type is not { } type || aim.Path.Head.Kind != FlowStepKind.Member)
            Gap($"what {Shown(question.Call.Operation)} makes of its parts", Where(question), aim);
        else if (SymbolEqualityComparer.Default.Equals(type, target) && source.Part is not null)
            TraceSource(source, aim);
        else
            LookAtMappedMember(source, type, target, question, aim, aim.Path);
    }

    private void LookAtMappedElement(MapSource source, ITypeSymbol made, MapQuestion question, FlowAim aim, FlowPath path)
    {
        if (path.Head.Kind is FlowStepKind.Element or FlowStepKind.Index && RowTypes.ElementOf(source.Type) is { } row)
            LookAtMapped(source.Element(row), made, question, aim.At(path.Rest));
        else
            Gap($"what {Shown(question.Call.Operation)} makes of the rows", Where(question), aim);
    }

    // A number that becomes a text, and the other way round, is another value.
    private static bool IsConverted(ITypeSymbol? source, ITypeSymbol target) =>
        (source?.SpecialType == SpecialType.System_String) != (target.SpecialType == SpecialType.System_String) || RowTypes.IsRow(target) && !SymbolEqualityComparer.Default.Equals(source, target) && !IsNullable(target);

    private static bool IsNullable(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private static Value Where(MapQuestion question) => new(question.Call.Operation, question.Call.Frame);

    private void LookAtMappedMember(MapSource source, ITypeSymbol type, ITypeSymbol target, MapQuestion question, FlowAim aim, FlowPath path)
    {
        if (RulesFor(type, target, question.Call, out var rules) is { } unknown)
            Gap(unknown, Where(question), aim);
        else if (rules?.Convert is { } convert)
            LookAtRule(convert, source, result => Trace(result, aim), aim);
        else
            LookAtMappedMember(new MapStep(source, type, target, rules), question, aim, path);
    }

    /// <summary>One object that is made of another.</summary>
    private sealed record MapStep(MapSource Source, ITypeSymbol Type, ITypeSymbol Target, MappingRules? Rules);

    private void LookAtMappedMember(MapStep step, MapQuestion question, FlowAim aim, FlowPath path)
    {
        var member = MemberPaths.Find(step.Target, path.Head.Name, StringComparison.Ordinal) ?? path.Head.Member;
        var rule = RuleFor(step, path, member, out var rest);
        var inside = aim.At(rest).Through(member);
        var type = Followed(member, path.Rest, rest);
        if (rule?.Hidden is { } hidden)
        {
            Gap($"what {MemberOf(hidden)} does to {Paths.Shown(step.Target.Name, new FlowPath(path.Head, null))}", new Value(hidden, question.Call.Frame), aim);
            return;
        }

        foreach (var condition in rule?.Conditions ?? [])
            LookAtRule(condition, step.Source, result => Trace(result, aim.Deciding(SqlTransformation.Conditional)), aim);
        if ((rule is { IsConditional: true } || step.Rules is { IsConditional: true }) && question.Call["to"] is not null)
            LookAtKept(question, aim);
        foreach (var substitute in rule?.Substitutes ?? [])
            Trace(substitute, inside);
        foreach (var value in rule?.Values ?? [])
            LookAtRule(value, step.Source, result => LookAtMapped(new MapSource(result, null, null, result.Unconverted.Operation.Type), type ?? result.Operation.Type!, question, inside), aim);
        if (rule is { IsByName: false, Path: null })
            return;

        var found = SourceMembers(step, path, rule, question.Call, ref rest);
        if (!found.IsEmpty)
            LookAtMapped(found.Aggregate(step.Source, (source, next) => source.Inside(next)), Followed(member, path.Rest, rest) ?? MemberPaths.TypeOf(found[found.Length - 1])!, question, aim.At(rest).Through(member));
        else if (rule?.Path is { } missing)
            Gap($"what {missing} is in {step.Type.Name}", Where(question), aim);
        else if (rule is not { IsIgnored: true } && step.Rules?.Construct is { } construct)
            LookAtRule(construct, step.Source, result => Trace(result, aim), aim);
        else if (rule is not { IsIgnored: true } && (_context.Mappings.HasOwnNames || !RowTypes.IsRow(step.Type)))
            Gap($"which member of {step.Type.Name} becomes {path.Head.Name}", Where(question), aim);
        else
            LookAtKept(question, aim);
    }

    // Nothing gives the member a value: it keeps what it was.
    private void LookAtKept(MapQuestion question, FlowAim aim)
    {
        if (question.IsLeft)
            return;
        if (question.Call["to"] is { } filled)
            Trace(filled, question.Asked);
        else
            aim.Found(FlowOriginKind.Unset, question.Call.Operation);
    }

    // What is known of the pair of types; a clause that says why nothing is, or null.
    private string? RulesFor(ITypeSymbol source, ITypeSymbol target, Call call, out MappingRules? rules)
    {
        var declared = _context.Mappings.Between(source, target);
        rules = declared.FirstOrDefault();
        if (declared.Length > 1)
            return $"which of several mappings makes {target.Name} of {source.Name}";
        if (rules?.Hidden is { } hidden)
            return $"what {MemberOf(hidden)} does to {target.Name}";
        return rules is null && call.Api.Is("pairs", "declared") && !SymbolEqualityComparer.Default.Equals(source, target) ? $"which mapping makes {target.Name} of {source.Name}" : null;
    }

    private static string MemberOf(IOperation call) => Values.SymbolOf(call)?.Name ?? Shown(call);

    // The longest path that has a rule; rules of base pairs count where the pair has none of its own, then what attributes say.
    private MemberRule? RuleFor(MapStep step, FlowPath path, ISymbol? member, out FlowPath? rest)
    {
        if (path.Rest is { Head: { Kind: FlowStepKind.Member } inner } further && RuleFor(step, $"{path.Head.Name}.{inner.Name}") is { } nested)
        {
            rest = further.Rest;
            return nested;
        }

        rest = path.Rest;
        return RuleFor(step, path.Head.Name) ?? Attributed(member) ?? (step.Rules is { HasOnlyRules: true } ? new MemberRule { IsIgnored = true } : null);
    }

    private MemberRule? RuleFor(MapStep step, string path)
    {
        if (step.Rules is null || step.Rules.Find(path) is { } own && (own.IsIgnored || !own.IsByName || own.Hidden is not null || own.IsConditional))
            return step.Rules?.Find(path);
        foreach (var (source, target) in step.Rules.Bases)
        {
            if (_context.Mappings.Between(source, target) is [{ } inherited] && inherited.Find(path) is { } rule)
                return rule;
        }

        return step.Rules.Find(path);
    }

    private MemberRule? Attributed(ISymbol? member)
    {
        foreach (var attribute in member?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
        {
            foreach (var api in _context.Apis.FindAll(attribute.AttributeClass).Where(api => api.Role == ApiRole.MapRule))
                return api.Is("op", "ignore") ? new MemberRule { IsIgnored = true } : new MemberRule { Path = attribute.ConstructorArguments.FirstOrDefault().Value as string };
        }

        return null;
    }

    private static ImmutableArray<ISymbol> SourceMembers(MapStep step, FlowPath path, MemberRule? rule, Call call, ref FlowPath? rest)
    {
        if (rule is { IsIgnored: true })
            return ImmutableArray<ISymbol>.Empty;
        if (rule?.Path is { } named)
            return MemberPaths.Follow(step.Type, named);

        var comparison = call.Api.Is("names", "exact") ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var found = MemberPaths.ByName(step.Type, path.Head.Name, comparison);
        if (!found.IsEmpty || step.Rules is not { IsReverse: true } || path.Rest is not { Head: { Kind: FlowStepKind.Member } inner } further)
            return found;

        // The way back of Customer.Name to CustomerName.
        rest = further.Rest;
        return MemberPaths.ByName(step.Type, path.Head.Name + inner.Name, comparison);
    }

    // The type of the member that a rule is about: the asked one, or the one below it.
    private static ITypeSymbol? Followed(ISymbol? member, FlowPath? after, FlowPath? rest) => member is null ? null
        : ReferenceEquals(after, rest) || after is null ? MemberPaths.TypeOf(member)
        : MemberPaths.TypeOf(member) is { } owner && MemberPaths.Find(owner, after.Head.Name, StringComparison.Ordinal) is { } inner ? MemberPaths.TypeOf(inner) : null;

    private void TraceSource(MapSource source, FlowAim aim)
    {
        if (source.Member is { } member)
            TraceMember(source.Value, source.Owner, member, aim);
        else
            Trace(source.Value, aim.Inside(source.Part));
    }

    // What a lambda of a rule returns for one source.
    private void LookAtRule(Value rule, MapSource source, Action<Value> look, FlowAim aim)
    {
        if (Delegates.FunctionIn(rule.Operation) is not IAnonymousFunctionOperation function)
        {
            Gap($"what {Shown(rule.Operation)} makes", rule, aim);
            return;
        }

        var key = (function, source.Value, source.Part?.ToString() ?? string.Empty);
        if (!_ruleFrames.TryGetValue(key, out var frame))
        {
            _ruleFrames.Add(key, frame = new Frame(rule.Frame.Method, function.Body));
            _given.Add(frame, (function.Symbol, source));
        }

        foreach (var result in Results.Of(frame))
            look(result);
    }

    private void LookAtGivenToRule(MapSource source, IParameterSymbol parameter, Value use, FlowAim aim)
    {
        if (parameter.Ordinal == 0)
            TraceSource(source, aim);
        else
            Gap($"what {parameter.Name} is", use, aim);
    }

    /// <summary>The call of a mapper that fills the object that is handed to it.</summary>
    private Call? MapInto(Change change, Value call)
    {
        foreach (var api in _context.Apis.FindAll(Values.SymbolOf(call.Operation)))
        {
            var known = new Call(call.Operation, api, call.Frame);
            if (api.Role == ApiRole.Map && known["to"]?.Operation == change.Passed)
                return known;
        }

        return null;
    }

    // The mapper gives the member a value whatever the source holds.
    private bool MapsSurely(Call call, FlowPath? path)
    {
        if (path is not { Head: { Kind: FlowStepKind.Member } } || call["options"] is not null || SourceOf(call) is not { Type: { } type } source || MadeBy(call) is not { } target
            || RulesFor(type, target, call, out var rules) is not null || rules is { IsConditional: true } or { Convert: not null })
            return false;

        var step = new MapStep(source, type, target, rules);
        var rule = RuleFor(step, path, MemberPaths.Find(target, path.Head.Name, StringComparison.Ordinal), out var rest);
        return rule is not ({ IsConditional: true } or { Hidden: not null }) && (rule is { IsByName: false } || !SourceMembers(step, path, rule, call, ref rest).IsEmpty);
    }
}
