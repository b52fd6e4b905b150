using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Reads the chain of calls that begins with a pair of types. What it does not know, it says so.</summary>
internal sealed class MappingReader
{
    private readonly ApiCatalog _apis;
    private readonly Frame _frame;

    /// <param name="apis">What the calls mean.</param>
    /// <param name="frame">The body that holds the chain.</param>
    public MappingReader(ApiCatalog apis, Frame frame)
    {
        _apis = apis;
        _frame = frame;
    }

    /// <summary>The rules of the pair, and of the pair the other way round where the chain gives them.</summary>
    /// <param name="pair">The call that names the types.</param>
    /// <param name="source">What is mapped.</param>
    /// <param name="target">What is made of it.</param>
    public IReadOnlyList<MappingRules> Read(IInvocationOperation pair, ITypeSymbol source, ITypeSymbol target)
    {
        var rules = new MappingRules(source, target);
        var found = new List<MappingRules> { rules };
        var isBoth = false;
        IOperation last = pair;
        for (var call = NextIn(pair); call is not null; last = call, call = NextIn(call))
        {
            var api = _apis.FindAll(call.TargetMethod).FirstOrDefault(row => row.Role is ApiRole.MapPair or ApiRole.MapRule);
            if (api?.Role == ApiRole.MapRule)
                Add(rules, new Call(call, api, _frame));
            else if (api?["op"] == "reverse")
                found.Add(rules = rules.Reversed());
            else if (api?["op"] == "both")
                isBoth = true;
            else if (api?["op"] == "base" && call.TargetMethod.TypeArguments is [var baseSource, var baseTarget])
                rules.Bases.Add((baseSource, baseTarget));
            else
                rules.Hidden = call;
        }

        // Who keeps the chain may go on with it elsewhere.
        if (Values.WholeOf(last).Parent is not (IExpressionStatementOperation or IReturnOperation))
            rules.Hidden = last;
        if (isBoth)
            found.Add(rules.Reversed());
        return found;
    }

    private static IInvocationOperation? NextIn(IOperation call)
    {
        while (call.Parent is IConversionOperation or IParenthesizedOperation)
            call = call.Parent;
        return call.Parent switch
        {
            IInvocationOperation { Instance: var receiver } next when receiver == call => next,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } next, Parameter.Ordinal: 0 } => next,
            _ => null,
        };
    }

    private void Add(MappingRules rules, Call call)
    {
        switch (call.Api["op"])
        {
            case "same":
                break;
            case "construct" when call["from"] is { } from:
                rules.Construct = from;
                break;
            case "convert" when call["from"] is { } from:
                rules.Convert = from;
                break;
            case "rest" when call.Api["options"] is null:
                rules.HasOnlyRules |= !IsOff(call);
                break;
            case "when":
                rules.IsConditional |= !IsOff(call);
                break;
            case "after" when call["from"] is { } from:
                HideChanged(rules, from, call.Operation);
                break;
            case "rest" when call["options"] is { } options:
                AddRest(rules, options, call.Operation);
                break;
            case "names":
                break;
            default:
                AddMembers(rules, call);
                break;
        }
    }

    // IgnoreNullValues(false)
    private static bool IsOff(Call call) => call["condition"] is { Operation.ConstantValue: { HasValue: true, Value: false } };

    private void AddMembers(MappingRules rules, Call call)
    {
        var members = (call["member"] is { } member ? NamesIn(member.Operation) : []).ToList();
        foreach (var name in members)
        {
            if (name is null)
                rules.Hidden = call.Operation;
            else if (call["options"] is { } options)
                AddOptions(rules.RuleFor(name), options, call.Operation);
            else
                AddTo(rules.RuleFor(name), call);
        }

        if (members.Count == 0)
            rules.Hidden = call.Operation;
    }

    // One member, or all that a list names.
    private static IEnumerable<string?> NamesIn(IOperation members) => members is IArrayCreationOperation { Initializer.ElementValues: var elements }
        ? elements.Select(MemberPaths.In)
        : [MemberPaths.In(members)];

    private void AddOptions(MemberRule rule, Value options, IOperation where)
    {
        if (Delegates.FunctionIn(options.Operation) is not IAnonymousFunctionOperation { Body: var body })
        {
            rule.Hidden = where;
            return;
        }

        foreach (var step in body.Operations)
        {
            var call = step switch
            {
                IExpressionStatementOperation { Operation: IInvocationOperation invocation } => invocation,
                IReturnOperation { ReturnedValue: IInvocationOperation invocation } => invocation,
                _ => null,
            };
            if (call?.Instance is IParameterReferenceOperation or IConversionOperation { Operand: IParameterReferenceOperation } && _apis.FindAll(call.TargetMethod).FirstOrDefault(row => row.Role == ApiRole.MapRule) is { } api)
                AddTo(rule, new Call(call, api, _frame));
            else if (step is not IReturnOperation { ReturnedValue: null })
                rule.Hidden = where;
        }
    }

    private static void AddTo(MemberRule rule, Call call)
    {
        if (call["condition"] is { } condition)
        {
            rule.Conditions.Add(condition);
            rule.IsConditional = true;
        }

        switch (call.Api["op"])
        {
            case "ignore":
                rule.IsIgnored = !rule.IsConditional;
                break;
            case "value" when call["from"] is { } from && from.Operation.ConstantValue is { HasValue: true, Value: string path }:
                rule.Path = path;
                break;
            case "value" when call["from"] is { } from && Delegates.FunctionIn(from.Operation) is IAnonymousFunctionOperation:
                rule.Values.Add(from);
                break;
            case "or" when call["from"] is { } from:
                rule.Substitutes.Add(from);
                break;
            case "when":
                rule.IsConditional = true;
                break;
            case not "same":
                rule.Hidden = call.Operation;
                break;
        }
    }

    private void AddRest(MappingRules rules, Value options, IOperation where)
    {
        var rest = new MemberRule();
        AddOptions(rest, options, where);
        rules.HasOnlyRules |= rest.IsIgnored;
        rules.IsConditional |= rest.IsConditional;
        if (rest.Hidden is not null || !rest.IsByName)
            rules.Hidden = where;
    }

    // What a later change does to members that it names is its own; where it names none, it may do anything.
    private static void HideChanged(MappingRules rules, Value change, IOperation where)
    {
        if (Delegates.FunctionIn(change.Operation) is not IAnonymousFunctionOperation { Symbol.Parameters: [.., _] parameters, Body: var body })
        {
            rules.Hidden = where;
            return;
        }

        var made = parameters[parameters.Length > 1 ? 1 : 0];
        foreach (var mention in body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Where(mention => SymbolEqualityComparer.Default.Equals(mention.Parameter, made)))
        {
            if (mention.Parent is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member)
                rules.RuleFor(member.Member.Name).Hidden = where;
            else
                rules.Hidden = where;
        }
    }
}
