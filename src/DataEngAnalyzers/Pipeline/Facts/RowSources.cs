using System.Linq;
using DataEngAnalyzers.Knowledge;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where a stage takes rows from that nobody has checked yet: a file, a message, another system's database.</summary>
internal static class RowSources
{
    /// <summary>True for an API that hands out rows, lines or fields.</summary>
    public static bool IsSource(ApiModel api) =>
        api.Role is ApiRole.Read or ApiRole.Field or ApiRole.Ordinal or ApiRole.Query
        || (api.Role == ApiRole.Open && api["access"] is "read" or "unknown")
        || (api.Role == ApiRole.Sql && api.Is("returns", "rows"));

    /// <summary>The read from outside that a write lands the rows of; <see langword="null"/> where the stage shows none.</summary>
    public static DataOperation? OutsideSourceOf(this Stage stage, DataOperation write)
    {
        if (write.Call["rows"] is { } rows && stage.Context.Values.Influence(rows, IsSource) is { } origin && stage.Operations.LastOrDefault(read => read.Call.Operation == origin.Operation && IsOutside(read, write)) is { } direct)
            return direct;
        return write.Around.Loop is { IsPerRow: true } || write.IsMany
            ? stage.Before(write).LastOrDefault(read => read.Action == DataAction.Read && read.Api["returns"] is not "scalar" && IsOutside(read, write))
            : null;
    }

    // Bytes are copied, not read; rows of the same database have passed its own constraints.
    private static bool IsOutside(DataOperation read, DataOperation write)
    {
        if (read.Api.Is("format", "binary"))
            return false;
        return DataFiles.IsExternal(read)
            ? !(read.Dataset is { } source && source.Matches(write.Dataset))
            : read.Statement is not null && read.IsElsewhere(write);
    }
}
