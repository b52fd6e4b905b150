using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules;

/// <summary>How messages speak of a dataset.</summary>
internal static class DatasetWords
{
    /// <summary>The name in quotes, to begin a message with; words where the code does not tell the name.</summary>
    public static string Quoted(this Dataset? dataset) => Quoted(dataset?.Name);

    /// <inheritdoc cref="Quoted(Dataset?)"/>
    public static string Quoted(string? name) => name is null ? "The target" : $"'{name}'";
}
