using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A consumer whose progress moves by itself, whether a message was handled or not.</summary>
/// <param name="Read">The call that takes the message.</param>
/// <param name="Settings">The creation of the consumer's settings.</param>
/// <param name="Last">The last write of the turn that handles the message.</param>
/// <param name="Commit">The call that moves progress in code all the same, behind the write; <see langword="null"/> where none does.</param>
internal sealed record StoredOffset(DataOperation Read, Call Settings, DataOperation Last, DataOperation? Commit);

/// <summary>Finds consumers that store and commit offsets on delivery. Settings that the code does not show in full are unknown.</summary>
internal static class StoredOffsets
{
    public static IEnumerable<StoredOffset> OffsetsStoredOnDelivery(this Stage stage)
    {
        foreach (var read in stage.Reads)
        {
            if (read.Call.Receiver is not { } consumer || Creations.SettingsOf(consumer, ApiRole.ConsumerSettings, stage.Context.Values) is not var (settings, holder) || !IsAutomatic(settings, holder, stage.Context))
                continue;
            if (stage.Operations.LastOrDefault(write => write.Index > read.Index && stage.Stores(write) && write.IsInTurnOf(read)) is { } last && !ChoosesOffsets(stage, read))
                yield return new StoredOffset(read, settings, last, stage.After(last).FirstOrDefault(later => later.Action == DataAction.Advance && later.IsInTurnOf(read)));
        }
    }

    private static bool IsAutomatic(Call settings, Value holder, PipelineContext context)
    {
        if (!Creations.IsShownInFull(settings, holder, context.Values))
            return false;

        return IsOn("autocommit") && IsOn("autostore");

        bool IsOn(string key) => settings.Api[key] is { } property
            && (context.Handles.Of(holder, property, makerKey: null, holder.Operation) is not { } set || context.Values.Resolve(set).Operation.ConstantValue is { HasValue: true, Value: true });
    }

    // Whoever chooses the offsets to read from keeps them elsewhere.
    private static bool ChoosesOffsets(Stage stage, DataOperation read) =>
        stage.Before(read).Any(earlier => earlier.Action == DataAction.Open && earlier.Call["start"] is not null);
}
