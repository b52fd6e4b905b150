using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where the rows of a write come from, as far as the order of the stage shows.</summary>
internal static class Sources
{
    /// <summary>The last read before a write that is not a look at its target; <see langword="null"/> where the rows were handed in.</summary>
    public static DataOperation? SourceOf(this Stage stage, DataOperation write) =>
        stage.Before(write).LastOrDefault(read => read.Action == DataAction.Read && !read.Looks(write));

    /// <summary>The last read before a write that brings rows from outside the database.</summary>
    public static DataOperation? ExternalSourceOf(this Stage stage, DataOperation write) =>
        stage.Before(write).LastOrDefault(read => read.Action == DataAction.Read && DataFiles.IsExternal(read));

    /// <summary>Whose rows an operation chooses: of INSERT … SELECT those of the source.</summary>
    public static Dataset? SourceOfRows(this DataOperation operation) =>
        operation is { Action: DataAction.Write, Statement.Sources: [var source, ..], Text: { } text } ? SqlReading.DatasetOf(source, text) : operation.Dataset;
}
