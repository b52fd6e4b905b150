using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A producer that takes a message as sent before it is safe.</summary>
/// <param name="Setting">The property that says so.</param>
/// <param name="IsUnanswered">It does not even wait for one broker to have the message.</param>
/// <param name="Topic">Where the stage sends its messages; <see langword="null"/> where it sends none itself.</param>
internal sealed record WeakDeliverySetting(DataOperation Setting, bool IsUnanswered, Dataset? Topic);

/// <summary>Finds the settings by which a producer trades safety for speed. Only constants count; logs and metrics may be lost.</summary>
internal static class WeakDeliveries
{
    public static IEnumerable<WeakDeliverySetting> DeliveriesTooWeak(this Stage stage)
    {
        foreach (var setting in stage.Operations.Where(operation => operation.Api.Role == ApiRole.Durability))
        {
            if (setting.Call.Assigned is not { } value || stage.Context.Values.Resolve(value).Operation is not IFieldReferenceOperation { Field: { HasConstantValue: true } level } || !setting.Api.Names("when", level.Name))
                continue;

            var topic = stage.After(setting).FirstOrDefault(write => write is { Action: DataAction.Write, Sink: Sink.Message })?.Dataset;
            if (topic?.IsHistory() != true)
                yield return new WeakDeliverySetting(setting, level.ConstantValue is 0, topic);
        }
    }
}
