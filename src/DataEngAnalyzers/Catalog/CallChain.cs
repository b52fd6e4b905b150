using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Catalog;

/// <summary>
/// The calls that complete a schema change: those behind it in its chain up to the next change, and those in its arguments. The table
/// may stand anywhere in the chain.
/// </summary>
internal sealed class CallChain
{
    private CallChain(ImmutableArray<Call> parts) => Parts = parts;

    /// <summary>What is said of this change, in order.</summary>
    public ImmutableArray<Call> Parts { get; }

    public string? Table { get; private init; }

    public string? Schema { get; private init; }

    public string? NewName { get; private init; }

    public static CallChain Of(Call change, PipelineContext context)
    {
        var nested = change.Operation is IInvocationOperation { Arguments: var arguments }
            ? arguments.SelectMany(argument => argument.Descendants()).OfType<IInvocationOperation>().SelectMany(call => PartsIn(call, change, context))
            : [];
        var behind = Behind(change.Operation).ToList();
        var own = behind.TakeWhile(call => !IsChange(call, context)).SelectMany(call => PartsIn(call, change, context));
        var around = behind.Concat(Before(change.Operation)).SelectMany(call => PartsIn(call, change, context)).ToList();
        return new CallChain(own.Concat(nested).ToImmutableArray())
        {
            Table = First(around, "table", context),
            Schema = First(around, "schema", context),
            NewName = First(around, "newname", context),
        };
    }

    private static string? First(List<Call> parts, string key, PipelineContext context) =>
        parts.Select(part => part.Api[key] is null ? null : Calls.Text(part, key, context)).FirstOrDefault(text => text is not null);

    private static IEnumerable<Call> PartsIn(IInvocationOperation call, Call change, PipelineContext context) =>
        context.Apis.FindAll(call.TargetMethod).Where(api => api.Role == ApiRole.SchemaPart).Select(api => new Call(call, api, change.Frame));

    private static bool IsChange(IInvocationOperation call, PipelineContext context) => context.Apis.FindAll(call.TargetMethod).Any(api => api.Role == ApiRole.Schema);

    private static IEnumerable<IInvocationOperation> Behind(IOperation call)
    {
        for (var next = Calls.CalledOn(call); next is not null; next = Calls.CalledOn(next))
            yield return next;
    }

    private static IEnumerable<IInvocationOperation> Before(IOperation call)
    {
        for (var receiver = Calls.Receiver(call); receiver is IInvocationOperation before; receiver = Calls.Receiver(before))
            yield return before;
    }
}
