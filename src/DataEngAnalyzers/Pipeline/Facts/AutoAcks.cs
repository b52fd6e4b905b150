using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Messages that the broker forgets when it hands them out.</summary>
/// <param name="Setting">The call or property that says so.</param>
/// <param name="Write">A write that handles such a message.</param>
internal sealed record ForgottenMessage(DataOperation Setting, DataOperation Write);

/// <summary>Finds receivers that acknowledge on delivery although rows are made of the messages.</summary>
internal static class AutoAcks
{
    public static IEnumerable<ForgottenMessage> MessagesForgottenOnDelivery(this Stage stage)
    {
        foreach (var setting in stage.Operations.Where(operation => operation.Api.Role == ApiRole.AutoAck))
        {
            if (IsOn(setting, stage.Context.Values) && stage.Operations.FirstOrDefault(write => stage.Stores(write) && MayHandle(write, setting, stage.Context.Values)) is { } handled)
                yield return new ForgottenMessage(setting, handled);
        }
    }

    private static bool IsOn(DataOperation setting, Values values) => (setting.Call["on"] ?? setting.Call.Assigned) is { } value && values.Resolve(value).Operation switch
    {
        { ConstantValue: { HasValue: true, Value: bool on } } => on && setting.Api.Is("when", "true"),
        IFieldReferenceOperation { Field: { HasConstantValue: true, Name: var name } } => setting.Api.Names("when", name),
        _ => false,
    };

    // The handlers of another consumer get other messages. A call that pulls a message handles it behind the call; one that starts a consumer returns at once.
    private static bool MayHandle(DataOperation write, DataOperation setting, Values values)
    {
        var events = write.Delegates().Select(EventOf).OfType<IEventReferenceOperation>().ToList();
        if (events.Count == 0)
            return setting.Call["consumer"] is null && write.Index > setting.Index && write.IsInTurnOf(setting);
        return setting.Call["consumer"] is not { } consumer
            || values.HolderOf(consumer) is not { } holder
            || events.Any(subscribed => subscribed.Instance is { } source && SymbolEqualityComparer.Default.Equals(values.HolderOf(new Value(source, setting.Call.Frame)), holder));
    }

    private static IEventReferenceOperation? EventOf(IOperation handler)
    {
        while (handler.Parent is IDelegateCreationOperation or IConversionOperation)
            handler = handler.Parent;
        return handler.Parent is IEventAssignmentOperation { EventReference: IEventReferenceOperation subscribed } ? subscribed : null;
    }
}
