using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where a chain of calls begins: the <c>new</c> of a builder.</summary>
internal static class Creations
{
    /// <summary>The creation behind a value: <c>new Builder(settings).WithName(…).Build()</c>; <see langword="null"/> where something else made it.</summary>
    public static Value? Behind(Value value, Values values)
    {
        var made = values.Resolve(value);
        while (made.Operation is IInvocationOperation { Instance: { } builder })
            made = values.Resolve(made.At(builder));
        return made.Operation is IObjectCreationOperation ? made : null;
    }

    /// <summary>The creation of the settings that a client is built of, and what holds them: <c>new Builder(settings).Build()</c>.</summary>
    public static (Call Settings, Value Holder)? SettingsOf(Value client, ApiRole role, Values values)
    {
        if (Behind(client, values) is not { Operation: IObjectCreationOperation { Arguments: var arguments } } made)
            return null;

        foreach (var argument in arguments)
        {
            var holder = made.At(argument.Value);
            if (values.MakerOf(holder, role) is { } settings)
                return (settings, holder);
        }

        return null;
    }

    /// <summary>True when no other code gets to see the settings and may fill them: <c>configuration.Bind(settings)</c>.</summary>
    public static bool IsShownInFull(Call settings, Value holder, Values values) =>
        settings.Operation is IObjectCreationOperation { Arguments.IsEmpty: true }
        && (values.HolderOf(holder) is not ILocalSymbol local
            || holder.Frame.OwnerOf(local).Body.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
                .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
                .All(use => use.Parent is IPropertyReferenceOperation or IArgumentOperation { Parent: IObjectCreationOperation } or IConversionOperation { Parent: IArgumentOperation { Parent: IObjectCreationOperation } }));
}
