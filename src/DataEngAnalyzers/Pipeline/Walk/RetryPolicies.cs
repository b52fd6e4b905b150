using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether a resilience policy repeats what it runs. A circuit breaker or a timeout alone does not.</summary>
internal sealed class RetryPolicies
{
    private const string Word = "Retry";

    private const int MostSteps = 64;

    private readonly PipelineContext _context;
    private readonly Lazy<ILookup<object, Call>> _named;

    public RetryPolicies(PipelineContext context)
    {
        _context = context;
        _named = new Lazy<ILookup<object, Call>>(() => FindNamed().ToLookup(named => named.Key, named => named.Value), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>True unless the code that makes the policy, or registers it under its name, is in sight and holds no retry.</summary>
    public bool Retries(Call call)
    {
        if (call["policy"] is not { } policy)
            return true;

        var made = _context.Values.Resolve(policy);
        if (NameOf(made) is { } name && _named.Value.Contains(name))
            return _named.Value[name].Any(MayRepeat);
        return MayRepeat(made);
    }

    private bool MayRepeat(Value made) => !IsInSight(made) || made.Operation.DescendantsAndSelf().Any(Repeats);

    private bool MayRepeat(Call registration)
    {
        if (registration["policy"] is { } policy)
            return MayRepeat(_context.Values.Resolve(policy));
        if (registration["body"] is not { } body || _context.Values.Resolve(body).Operation is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var steps } })
            return true;

        var library = RootOf(Values.SymbolOf(registration.Operation));
        return steps.Descendants().Any(step => Repeats(step) || IsHandedOut(step, library));
    }

    // The builder in the hands of code that is not its library's: who knows what that adds.
    private static bool IsHandedOut(IOperation step, string? library) =>
        step is IInvocationOperation { TargetMethod: var method, Arguments: var arguments } && RootOf(method) != library && arguments.Any(argument => RootOf(argument.Value.Type) == library);

    private static string? RootOf(ISymbol? symbol)
    {
        var space = symbol?.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name;
    }

    // provider.GetPipeline("db"), [FromKeyedServices("db")] ResiliencePipeline pipeline
    private object? NameOf(Value policy) => policy.Operation is IParameterReferenceOperation { Parameter: var parameter }
        ? parameter.GetAttributes().FirstOrDefault(attribute => _context.Apis.FindAll(attribute.AttributeClass).Any(api => api.Role == ApiRole.Policy))?.ConstructorArguments is [{ Kind: not TypedConstantKind.Array, Value: { } key }, ..] ? key : null
        : _context.Values.MakerOf(policy, ApiRole.Policy) is { } maker ? NameIn(maker) : null;

    private object? NameIn(Call call) => call["name"] is { } name ? _context.Values.Resolve(name).Operation.ConstantValue.Value : null;

    private IEnumerable<KeyValuePair<object, Call>> FindNamed()
    {
        foreach (var registration in KnownCalls.Of(_context, ApiRole.Policy, api => api["body"] is not null || api["policy"] is not null))
        {
            if (NameIn(registration) is { } name)
                yield return new KeyValuePair<object, Call>(name, registration);
        }
    }

    // A chain of calls that begins with a builder or a factory. One that begins with what somebody handed in, such as a provider of named
    // policies, says nothing.
    private bool IsInSight(Value made)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (made.Operation is not IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true } method } call)
                return made.Operation is IObjectCreationOperation;
            if ((call.Instance ?? (method.IsExtensionMethod && call.Arguments is [var receiver, ..] ? receiver.Value : null)) is not { } before)
                return true;
            made = _context.Values.Resolve(made.At(before));
        }

        return false;
    }

    private static bool Repeats(IOperation part) =>
        part.Type?.Name.Contains(Word) == true || part is IInvocationOperation { TargetMethod.Name: var name } && name.Contains(Word);
}
