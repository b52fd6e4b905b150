using System.Linq;
using DataEngAnalyzers.Knowledge;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The call that opens what a write goes through: an importer, an appender, a file.</summary>
internal static class Openings
{
    private const int MostWraps = 8;

    /// <summary>The operation that began the write: the opening of its handle where rows go in one by one, else the write itself.</summary>
    public static DataOperation StartOf(this Stage stage, DataOperation write)
    {
        if (stage.OpeningOf(write) is not { } opening || (write.Sink == Sink.Bulk && opening.Api["kind"] is not "copy" && write.Api["per"] is not "row"))
            return write;
        return stage.Operations.FirstOrDefault(operation => operation.Action == DataAction.Open && operation.Call.Operation == opening.Operation) ?? write;
    }

    /// <summary>True when the target's name differs in each run: it holds the time or a random value.</summary>
    public static bool IsNamedAnew(this Stage stage, DataOperation write) =>
        ((stage.OpeningOf(write) ?? write.Call)["name"] ?? write.Call["name"]) is { } name
        && stage.Context.Values.Influence(name, api => api.Role is ApiRole.Clock or ApiRole.Random) is not null;

    /// <summary>True when the file holds rows: its format or name says so, or the stage reads it as data.</summary>
    public static bool IsDataset(this Stage stage, DataOperation write) =>
        DataFiles.IsDataFile(write) || stage.Reads.Any(read => read.Api["format"] is "csv" or "parquet" && read.Dataset is { } file && file.Matches(write.Dataset));

    // Inwards through the wrappers, to the one that decides how the target is opened.
    private static Call? OpeningOf(this Stage stage, DataOperation write)
    {
        Call? opening = null;
        var handle = write.Call["to"];
        for (var wraps = 0; wraps < MostWraps && handle is { } value && stage.Context.Values.MakerOf(value, ApiRole.Open) is { } maker; wraps++)
        {
            opening = maker;
            if (maker["mode"] is not null || maker.Api["access"] is "append")
                break;
            handle = maker["inner"];
        }

        return opening;
    }
}
