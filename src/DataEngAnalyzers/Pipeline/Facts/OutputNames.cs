using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A data file whose name is another on each run.</summary>
/// <param name="Write">What fills it.</param>
/// <param name="Source">What makes the name up.</param>
internal sealed record OutputName(DataOperation Write, Location Source);

/// <summary>
/// Finds data files that chance names. A file that the run reads, moves or deletes again is on its way; a name that is handed on or
/// recorded can be found by it; a blob's name is its key, of which another rule speaks, and so it is for names of the clock.
/// </summary>
internal static class OutputNames
{
    public static IEnumerable<OutputName> NamesMadeUp(this Stage stage)
    {
        foreach (var write in stage.Writes)
        {
            if (write is not { Sink: Sink.File, Dataset: { } target, Around.InHandler: false } || !stage.Moves(write) || !DataFiles.IsDataFile(write) || target.IsHistory() || stage.Context.FilePaths.Of(write.Call) is not { } path)
                continue;
            if (path.Holes.Select(stage.Context.Chance.Behind).FirstOrDefault(found => found is not null) is { } source && !path.IsPassing && !IsTouchedAgain(stage, write, path) && !IsHandedOn(stage, write))
                yield return new OutputName(write, source);
        }
    }

    private static bool IsTouchedAgain(Stage stage, DataOperation write, FilePath path) => stage.Run.MayFollow(write, later =>
        later.Action is DataAction.Read or DataAction.Delete or DataAction.Open or DataAction.Write
        && later.Call.Operation != write.Call.Operation
        && !IsSameWriter(stage, later, write)
        && (stage.Context.FilePaths.Of(later.Call)?.Text == path.Text || later.Call["rows"] is { Operation.Type.SpecialType: SpecialType.System_String } moved && stage.Context.FilePaths.Read(moved).Text == path.Text));

    private static bool IsSameWriter(Stage stage, DataOperation later, DataOperation write) =>
        later.Action is DataAction.Write or DataAction.Open && later.Call["to"] is not null && later.Handle is not null && SymbolEqualityComparer.Default.Equals(later.Handle, write.Handle);

    // return path; db.Execute("INSERT INTO manifest …", new { path })
    private static bool IsHandedOn(Stage stage, DataOperation write)
    {
        foreach (var frame in stage.Run.Operations.Select(operation => operation.Call.Frame).Distinct())
        {
            foreach (var part in frame.Body.Descendants())
            {
                if (part is ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String } && !IsPathOrLog(part, stage) && stage.Context.Values.Parts(new Value(part, frame)).Any(inside => IsChance(inside, stage)))
                    return true;
            }
        }

        return false;
    }

    private static bool IsChance(Value part, Stage stage) => stage.Context.Apis.FindAll(Values.SymbolOf(part.Operation)).Any(api => api.Role == ApiRole.Random);

    // What only opens, makes, logs or joins paths tells nobody.
    private static bool IsPathOrLog(IOperation use, Stage stage)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IReturnOperation or IAssignmentOperation { Target: IMemberReferenceOperation } or IAnonymousObjectCreationOperation:
                    return false;
                case IInvocationOperation or IObjectCreationOperation:
                    if (Values.SymbolOf(around) is { } called
                        && (called.ContainingNamespace?.ToDisplayString() is "System.IO" or "System" || stage.Context.Apis.FindAll(called).Any(api => api.Role is ApiRole.Log or ApiRole.Open or ApiRole.Text or ApiRole.Write && api["sink"] is null or "file")))
                        continue;
                    return false;
            }
        }

        return true;
    }
}
