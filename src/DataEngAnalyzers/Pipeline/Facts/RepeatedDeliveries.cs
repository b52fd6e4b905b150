using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A producer that sends a message again when the answer is lost, while the broker has nothing to recognise it by.</summary>
/// <param name="Write">What it sends.</param>
/// <param name="Settings">The creation of its settings.</param>
/// <param name="IsAsked">The code itself asks for the retries, or for so many requests under way that no broker keeps their order.</param>
internal sealed record RepeatedDelivery(DataOperation Write, Call Settings, bool IsAsked);

/// <summary>Finds the producers of a stage that are not idempotent. Settings that the code does not show in full are unknown.</summary>
internal static class RepeatedDeliveries
{
    private const int MostInOrder = 5;

    public static IEnumerable<RepeatedDelivery> DeliveriesRepeated(this Stage stage)
    {
        var values = stage.Context.Values;
        foreach (var write in stage.Writes.Where(write => write.Sink == Sink.Message && stage.Moves(write) && write.Dataset?.IsHistory() != true))
        {
            if (write.Call.Receiver is not { } producer || Creations.SettingsOf(producer, ApiRole.ProducerSettings, values) is not var (settings, holder))
                continue;
            if (!Creations.IsShownInFull(settings, holder, values) || Set("idempotence") is { } set && set is not false || Set("transactional") is not null || Set("retries") is 0)
                continue;

            yield return new RepeatedDelivery(write, settings, Set("retries") is int || Set("inflight") is > MostInOrder);

            object? Set(string key) => settings.Api[key] is { } property && stage.Context.Handles.Of(holder, property, makerKey: null, holder.Operation) is { } value
                ? values.Resolve(value).Operation.ConstantValue is { HasValue: true, Value: { } constant } ? constant : new object()
                : null;
        }
    }
}
