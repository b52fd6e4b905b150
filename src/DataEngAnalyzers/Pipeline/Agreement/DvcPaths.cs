using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Manifests;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A file that the code reads or writes while the stage of DVC that runs the code does not list it.</summary>
/// <param name="Operation">What reads or writes it.</param>
/// <param name="Path">Its path from the folder of the stage.</param>
/// <param name="Stage">The stage.</param>
/// <param name="IsOutput">The code writes it.</param>
internal sealed record UnlistedFile(DataOperation Operation, string Path, DvcStage Stage, bool IsOutput);

/// <summary>
/// Holds the files that the code names against the lists of the stage that runs it. Certain is only a path that is written out, relative,
/// in a project that one stage runs: what comes from an argument or a setting, and what a second stage may list, says nothing.
/// </summary>
internal static class DvcPaths
{
    private const string ProjectEnding = ".csproj";

    private static readonly string[] Endings = [".dll", ".exe", ProjectEnding];

    public static IEnumerable<UnlistedFile> FilesThatDvcDoesNotKnow(this Stage stage)
    {
        if (stage.Context.Manifests.IsEmpty || stage.Context.Manifests.Facts.Stages.Where(candidate => Runs(candidate, stage.Context)).Take(2).ToList() is not [var own] || own.Values.Is("holes"))
            yield break;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in stage.Operations)
        {
            if (PathOf(operation) is not { } path || !stage.Moves(operation) || IsListed(ManifestPaths.Join(own.Folder == "." ? null : own.Folder, path), own))
                continue;
            var isOutput = IsWrite(operation);
            if ((isOutput || !IsMade(stage, path, operation)) && seen.Add(path))
                yield return new UnlistedFile(operation, path, own, isOutput);
        }
    }

    // A read or write of a data file by its name, which is relative and stays below the folder.
    private static string? PathOf(DataOperation operation) =>
        operation is { Action: DataAction.Read or DataAction.Write, Around.InHandler: false, Dataset: { Kind: DatasetKind.File, HasHole: false, Name: var name } file }
        && operation.Sink is Sink.None or Sink.File
        && DataFiles.IsDataFile(file)
        && ManifestPaths.Join(null, name) is var path
        && path is not (['/', ..] or [_, ':', ..] or ['~', ..] or ['.', '.', ..])
            ? path
            : null;

    private static bool IsWrite(DataOperation operation) => operation.Action == DataAction.Write;

    // What the run has written before it reads it is its own business.
    private static bool IsMade(Stage stage, string path, DataOperation read) => stage.Run.Operations.Any(operation => IsWrite(operation) && operation.Index < read.Index && PathOf(operation) == path);

    private static bool IsListed(string path, DvcStage stage) => stage.Paths.Any(listed => ManifestPaths.Join(null, listed.Path).TrimEnd('/') is var known && (known == "." || path == known || path.StartsWith(known + "/", StringComparison.Ordinal)));

    // dotnet run --project src/Etl, dotnet bin/Etl.dll, ./Etl; dotnet run alone runs the project of its folder.
    private static bool Runs(DvcStage stage, PipelineContext context)
    {
        var assembly = context.Compilation.AssemblyName;
        var words = CommandWord.Split(new CommandWord(stage.Command, ImmutableArray<Value>.Empty)).TakeWhile(word => word is { EndsCommand: false, Text: not "--" }).Select(word => word.Text.Replace('\\', '/').TrimEnd('/')).ToList();
        if (words.Count == 0 || string.IsNullOrEmpty(assembly))
            return false;
        if (words[0] != "dotnet")
            return IsOf(LastPart(words[0]), assembly!);
        return words.Skip(1).Any(word => IsOf(LastPart(word), assembly!) || IsProject(word, stage, context.Options.ProjectFolder))
            || (stage.Folder == "." && words.Count > 1 && words[1] == "run" && !words.Contains("--project") && !words.Contains("-p"));
    }

    // The folder of the project, or the project file in it, from the folder of the stage.
    private static bool IsProject(string word, DvcStage stage, string? project)
    {
        if (project is null)
            return false;
        var named = ManifestPaths.Join(ManifestPaths.Join(project, stage.Folder), word);
        var folder = named.EndsWith(ProjectEnding, StringComparison.OrdinalIgnoreCase) ? named.Substring(0, Math.Max(named.LastIndexOf('/'), 0)) : named;
        return folder == ManifestPaths.Join(null, project).TrimEnd('/');
    }

    private static string LastPart(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private static bool IsOf(string name, string assembly) =>
        string.Equals(name, assembly, StringComparison.OrdinalIgnoreCase)
        || Endings.Any(ending => string.Equals(name, assembly + ending, StringComparison.OrdinalIgnoreCase));
}
