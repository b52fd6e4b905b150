using System;
using System.Collections.Generic;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The chain of calls that says how a writer treats its dataset: <c>frame.Write().Mode("append").PartitionBy("day").Save(path)</c>.</summary>
internal static class WriterSteps
{
    private const int MostSteps = 32;

    /// <summary>The steps before a write, the last first.</summary>
    public static IEnumerable<Call> Before(Call write, Values values)
    {
        var receiver = write.Receiver;
        for (var step = 0; step < MostSteps && receiver is { } value && values.MakerOf(value, ApiRole.WriterOption) is { } call; step++)
        {
            yield return call;
            receiver = call.Receiver;
        }
    }

    /// <summary>How the last step that says so makes a write treat what is there; <see langword="null"/> where none does.</summary>
    public static WriteMode? SetMode(Call write, Values values)
    {
        foreach (var step in Before(write, values))
        {
            if (step.Api.Is("kind", "mode"))
                return ModeOf(step);
        }

        return null;
    }

    /// <summary>The mode that a step sets: a word, or the member of an enum that is named like it.</summary>
    public static WriteMode ModeOf(Call step)
    {
        var word = step["value"]?.Operation switch
        {
            IFieldReferenceOperation { Field: { ContainingType.TypeKind: Microsoft.CodeAnalysis.TypeKind.Enum, Name: var member } } => member,
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            _ => string.Empty,
        };
        return word.Equals("append", StringComparison.OrdinalIgnoreCase) ? WriteMode.Append
            : word.Equals("overwrite", StringComparison.OrdinalIgnoreCase) ? WriteMode.Replace
            : word.Equals("ignore", StringComparison.OrdinalIgnoreCase) ? WriteMode.AppendIfAbsent
            : WriteMode.Unknown;
    }
}
