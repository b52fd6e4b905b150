using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A handler that sends a request again which may have worked, and each time adds rows on the other side.</summary>
/// <param name="Handler">The registration.</param>
/// <param name="Client">The client it is for.</param>
/// <param name="Request">A request that carries rows.</param>
/// <param name="Why">What shows that it does, as a clause.</param>
internal sealed record RepeatedRequest(DataOperation Handler, string Client, Location Request, string Why);

/// <summary>Finds the retries of HTTP clients through which rows leave. A client that only serves what a user does is left alone.</summary>
internal static class RepeatedRequests
{
    private static readonly string[] Words = ["Retry", "Hedging"];

    public static IEnumerable<RepeatedRequest> RequestsRepeated(this Stage stage)
    {
        foreach (var handler in stage.Operations.Where(operation => operation.Api.Role == ApiRole.HttpRetry))
        {
            if (!RepeatsAll(handler.Call, stage.Context) || HttpClients.SetUpBy(handler.Call, stage.Context) is not { } client)
                continue;
            if (client.Sends(stage.Context).FirstOrDefault(send => send.Why is not null) is { Why: { } why } sent)
                yield return new RepeatedRequest(handler, client.Name, sent.Where, why);
        }
    }

    // Settings out of sight, a policy that is no retry, and whatever looks at the method may well leave POST alone.
    private static bool RepeatsAll(Call handler, PipelineContext context)
    {
        if (handler["configured"] is not null || Chain(handler.Operation).DescendantsAndSelf().Any(part => IsChoice(part, context)))
            return false;
        if (handler["policy"] is { } policy && !context.Values.Parts(policy).Any(part => Repeats(part.Operation)))
            return false;
        return handler["policy"] is null || !context.Values.Parts(handler["policy"]!.Value).Any(part => IsChoice(part.Operation, context));
    }

    private static bool IsChoice(IOperation part, PipelineContext context) =>
        context.Apis.FindAll(Values.SymbolOf(part)).Any(api => api.Role == ApiRole.HttpOnce)
        || part is IPropertyReferenceOperation { Property: { Name: "Method", Type.Name: "HttpMethod" } };

    private static bool Repeats(IOperation part) =>
        part is IInvocationOperation { TargetMethod.Name: var name } && Array.Exists(Words, word => name.Contains(word))
        || part is IObjectCreationOperation { Type.Name: var type } && Array.Exists(Words, word => type.Contains(word));

    // AddHttpClient<T>(…).AddStandardResilienceHandler().Configure(…): what follows sets it up, too.
    private static IOperation Chain(IOperation call)
    {
        while (call.Parent is IInvocationOperation or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } } or IConversionOperation)
            call = call.Parent;
        return call;
    }
}
