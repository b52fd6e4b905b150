using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a call or a creation passes.</summary>
internal static class Arguments
{
    public static ImmutableArray<IArgumentOperation> Of(IOperation? call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>The value for a parameter, by position: a call through an interface names the parameters of the interface.</summary>
    public static IOperation? Passed(IOperation? call, IParameterSymbol parameter)
    {
        foreach (var argument in Of(call))
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal)
                return argument.Value;
        }

        return null;
    }
}
