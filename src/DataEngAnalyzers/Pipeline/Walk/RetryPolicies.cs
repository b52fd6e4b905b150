using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether a resilience policy repeats what it runs. A circuit breaker or a timeout alone does not.</summary>
internal static class RetryPolicies
{
    private const string Word = "Retry";

    private const int MostSteps = 64;

    /// <summary>True unless the code that makes the policy is in sight and holds no retry.</summary>
    public static bool Retries(Call call, Values values)
    {
        if (call["policy"] is not { } policy)
            return true;

        var made = values.Resolve(policy);
        return !IsInSight(made, values) || made.Operation.DescendantsAndSelf().Any(Repeats);
    }

    // A chain of calls that begins with a builder or a factory. One that begins with what somebody handed in, such as a provider of named
    // policies, says nothing.
    private static bool IsInSight(Value made, Values values)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (made.Operation is not IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true } method } call)
                return made.Operation is IObjectCreationOperation;
            if ((call.Instance ?? (method.IsExtensionMethod && call.Arguments is [var receiver, ..] ? receiver.Value : null)) is not { } before)
                return true;
            made = values.Resolve(made.At(before));
        }

        return false;
    }

    private static bool Repeats(IOperation part) =>
        part.Type?.Name.Contains(Word) == true || part is IInvocationOperation { TargetMethod.Name: var name } && name.Contains(Word);
}
