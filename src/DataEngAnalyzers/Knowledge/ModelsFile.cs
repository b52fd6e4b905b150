using System.Collections.Immutable;

namespace DataEngAnalyzers.Knowledge;

/// <summary>A parsed model file: its rows, the ids it takes away, and what is wrong with it.</summary>
internal sealed record ModelsFile(
    string Path,
    ImmutableArray<ApiModel> Rows,
    ImmutableArray<string> Removed,
    ImmutableArray<ModelsError> Errors);
