using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether a resilience policy repeats what it runs. A circuit breaker or a timeout alone does not.</summary>
internal static class RetryPolicies
{
    private const string Word = "Retry";

    /// <summary>True unless the code that makes the policy is in sight and holds no retry.</summary>
    public static bool Retries(Call call, Values values)
    {
        if (call["policy"] is not { } policy)
            return true;

        var made = values.Resolve(policy).Operation;
        var isInSight = made is IObjectCreationOperation or IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true };
        return !isInSight || made.DescendantsAndSelf().Any(Repeats);
    }

    private static bool Repeats(IOperation part) =>
        part.Type?.Name.Contains(Word) == true || part is IInvocationOperation { TargetMethod.Name: var name } && name.Contains(Word);
}
