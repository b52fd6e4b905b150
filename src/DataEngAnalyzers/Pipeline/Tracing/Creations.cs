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
}
