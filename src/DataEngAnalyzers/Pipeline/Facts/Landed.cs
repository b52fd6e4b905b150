using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether what a read hands out goes into a write.</summary>
internal static class Landed
{
    /// <summary>
    /// The first write that lands rows of a read, or values made of them: it takes them, or it runs for each of them;
    /// <see langword="null"/> where the stage shows none.
    /// </summary>
    public static DataOperation? LandingOf(this Stage stage, DataOperation read) => stage.Operations.FirstOrDefault(write =>
        write.Action is DataAction.Write or DataAction.Update && !write.Around.InHandler && stage.Moves(write) && stage.Lands(write, read));

    /// <summary>True when the write takes what the read hands out, or runs once for each row of it.</summary>
    public static bool Lands(this Stage stage, DataOperation write, DataOperation read)
    {
        if (write.Call["rows"] is { } rows && IsMadeOf(stage, rows, read))
            return true;
        for (var loop = write.Around.Loop; loop is not null; loop = loop.Outer)
        {
            if (loop.Sequence is { } sequence ? IsMadeOf(stage, sequence, read) : stage.Operations.Any(step => step.Around.Loop == loop && IsStepOf(stage, step, read)))
                return true;
        }

        return false;
    }

    private static bool IsMadeOf(Stage stage, Value value, DataOperation read) =>
        stage.Context.Values.Reaches(value, part => part == read.Call.Operation);

    // while (reader.Read())
    private static bool IsStepOf(Stage stage, DataOperation step, DataOperation read) =>
        step.Api.Role == ApiRole.Read && step.Call.Receiver is { } reader && stage.Context.Values.Resolve(reader).Operation == read.Call.Operation;
}
