using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>An output that is cut as finely as the input: one piece for each row or message.</summary>
/// <param name="Write">What makes a piece.</param>
/// <param name="Loop">The loop over the rows; <see langword="null"/> where a broker hands over one message after the other.</param>
internal sealed record SmallPiece(DataOperation Write, Loop? Loop);

/// <summary>A setting that cuts a columnar file into groups of few rows.</summary>
/// <param name="Setting">The property that is set.</param>
/// <param name="Rows">How many rows a group gets.</param>
/// <param name="Write">The write that the stage makes with it.</param>
internal sealed record SmallGroups(DataOperation Setting, int Rows, DataOperation Write);

/// <summary>Finds row groups and files that hold a single row or message.</summary>
internal static class SmallFiles
{
    // What size is best, libraries disagree on; below this one, all agree.
    private const int FewestRows = 1_000;

    /// <summary>Settings by which groups are far smaller than any reader likes.</summary>
    public static IEnumerable<SmallGroups> GroupsOfFewRows(this Stage stage)
    {
        foreach (var setting in stage.Operations)
        {
            if (setting.Api.Role == ApiRole.GroupSize && stage.Moves(setting) && setting.Call.Assigned?.Unconverted.Operation.ConstantValue is { HasValue: true, Value: int rows and > 0 and < FewestRows }
                && stage.After(setting).FirstOrDefault(write => write.Action == DataAction.Write && write.Api.Is("format", "parquet")) is { } write)
                yield return new SmallGroups(setting, rows, write);
        }
    }

    /// <summary>Writes into a columnar file that bring one row at a time: each becomes a row group with a footer entry of its own.</summary>
    public static IEnumerable<SmallPiece> RowGroupsOfOneRow(this Stage stage)
    {
        foreach (var write in stage.Writes)
        {
            if (write.Api.Is("format", "parquet") && write.Around is { Loop: { Over: LoopOver.Rows } loop, InHandler: false } && stage.Moves(write) && write.Call["rows"] is { } rows && HoldsOneRow(stage, rows))
                yield return new SmallPiece(write, loop);
        }
    }

    /// <summary>Files and blobs that are opened anew for each row or message.</summary>
    public static IEnumerable<SmallPiece> FilesOfOneMessage(this Stage stage)
    {
        foreach (var write in stage.Writes)
        {
            if (write is not { Sink: Sink.File or Sink.Blob, Mode: WriteMode.Replace or WriteMode.AppendIfAbsent, Dataset: { HasHole: true } target, Around.InHandler: false } || !stage.Moves(write) || target.IsHistory() || !DataFiles.IsDataFile(target))
                continue;
            if (write.Api["name"] is not null && write.Api["format"] is null && write.Sink == Sink.File)
                continue;
            if (stage.Context.FilePaths.Of(write.Call) is { } path && TurnOf(stage, write) is var (loop, isTurn) && isTurn && path.Holes.Any(hole => VariesWith(stage, hole, loop)))
                yield return new SmallPiece(write, loop);
        }
    }

    // A turn handles one message of a broker, or one row of a read.
    private static (Loop? Loop, bool IsTurn) TurnOf(Stage stage, DataOperation write)
    {
        if (write.Around.Loop is { Over: LoopOver.Rows } loop)
            return (loop, stage.Before(write).Any(read => read.Action == DataAction.Read && !(read.Dataset is { Kind: DatasetKind.File or DatasetKind.Blob } && read.Api["name"] is not null)));
        var isPolled = write.Around.Loop is { Over: LoopOver.Time } && stage.Before(write).Any(read => read.Action == DataAction.Read && read.Dataset is null or { Kind: DatasetKind.Topic or DatasetKind.Message } && read.Around.Loop == write.Around.Loop);
        return (write.Around.Loop, isPolled || write.Around.Loop is null && stage.Scope.Host == HostKind.Message);
    }

    private static bool VariesWith(Stage stage, Value hole, Loop? loop) =>
        stage.Context.Chance.Behind(hole) is not null
        || stage.Context.Values.Parts(hole).Any(part => part.Operation switch
        {
            ILocalReferenceOperation { Local: var local } => loop is not null && (part.Frame.DefinitionsOf(local).Any(definition => definition.Kind == DefinitionKind.Element) || loop.Over == LoopOver.Time && part.Frame.OwnerOf(local).DefinitionsOf(local) is [{ Value: IInvocationOperation or IAwaitOperation }]),
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } => loop is null,
            _ => false,
        });

    // new[] { row }, new DataColumn(field, new[] { row.Id })
    private static bool HoldsOneRow(Stage stage, Value rows)
    {
        var made = stage.Context.Values.Resolve(rows).Operation;
        return made is IObjectCreationOperation { Arguments: { Length: > 0 } arguments } creation && !RowTypes.IsSequence(creation.Type)
            ? arguments.Any(argument => IsOne(stage.Context.Values.Resolve(new Value(argument.Value, rows.Frame)).Operation))
            : IsOne(made);
    }

    private static bool IsOne(IOperation sequence) => sequence switch
    {
        IArrayCreationOperation { Initializer.ElementValues.Length: 1 } => true,
        IObjectCreationOperation { Initializer.Initializers.Length: 1, Type: var type } => RowTypes.IsSequence(type),
        { Syntax: CollectionExpressionSyntax { Elements: [ExpressionElementSyntax] } } => true,
        _ => false,
    };
}
