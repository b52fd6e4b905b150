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
            if (read.Call.Receiver is not { } consumer || SettingsOf(consumer, stage.Context.Values) is not var (settings, holder) || !IsAutomatic(settings, holder, stage.Context))
                continue;
            if (stage.Operations.LastOrDefault(write => write.Index > read.Index && stage.Stores(write) && write.IsInTurnOf(read)) is { } last && !ChoosesOffsets(stage, read))
                yield return new StoredOffset(read, settings, last, stage.After(last).FirstOrDefault(later => later.Action == DataAction.Advance && later.IsInTurnOf(read)));
        }
    }

    // new ConsumerBuilder<…>(settings).SetErrorHandler(…).Build()
    private static (Call Settings, Value Holder)? SettingsOf(Value consumer, Values values)
    {
        if (Creations.Behind(consumer, values) is not { Operation: IObjectCreationOperation { Arguments: var arguments } } made)
            return null;

        foreach (var argument in arguments)
        {
            var holder = made.At(argument.Value);
            if (values.MakerOf(holder, ApiRole.ConsumerSettings) is { } settings)
                return (settings, holder);
        }

        return null;
    }

    private static bool IsAutomatic(Call settings, Value holder, PipelineContext context)
    {
        if (settings.Operation is not IObjectCreationOperation { Arguments.IsEmpty: true } || !IsOnlySet(holder, context.Values))
            return false;

        return IsOn("autocommit") && IsOn("autostore");

        bool IsOn(string key) => settings.Api[key] is { } property
            && (context.Handles.Of(holder, property, makerKey: null, holder.Operation) is not { } set || context.Values.Resolve(set).Operation.ConstantValue is { HasValue: true, Value: true });
    }

    // Settings that other code gets to see may be filled there: configuration.Bind(settings).
    private static bool IsOnlySet(Value holder, Values values) =>
        values.HolderOf(holder) is not ILocalSymbol local
        || holder.Frame.OwnerOf(local).Body.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
            .All(use => use.Parent is IPropertyReferenceOperation or IArgumentOperation { Parent: IObjectCreationOperation } or IConversionOperation { Parent: IArgumentOperation { Parent: IObjectCreationOperation } });

    // Whoever chooses the offsets to read from keeps them elsewhere.
    private static bool ChoosesOffsets(Stage stage, DataOperation read) =>
        stage.Before(read).Any(earlier => earlier.Action == DataAction.Open && (earlier.Call.Argument("partition") ?? earlier.Call.Argument("partitions")) is not null);
}
