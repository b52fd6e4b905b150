using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A jq program that stands in the command line, with the files it is run over.</summary>
/// <param name="Run">The start of jq.</param>
/// <param name="Text">The program.</param>
/// <param name="Inputs">The files; none where it reads from a pipe.</param>
/// <param name="Options">Its options.</param>
internal sealed record JqProgram(ToolRun Run, CommandWord Text, ImmutableArray<CommandWord> Inputs, ImmutableArray<string> Options)
{
    // The options that take words of their own, and how many.
    private static readonly Dictionary<string, int> Taking = new(StringComparer.Ordinal)
    {
        ["--arg"] = 2, ["--argjson"] = 2, ["--slurpfile"] = 2, ["--rawfile"] = 2, ["--indent"] = 1, ["-L"] = 1, ["-f"] = 1, ["--from-file"] = 1, ["--seq"] = 0,
    };

    /// <summary>The first file, where its name is known.</summary>
    public Dataset? Input => Inputs is [{ Holes.IsEmpty: true, Text: var path }, ..] ? new Dataset(DatasetKind.File, path.Replace('\\', '/')) : null;

    /// <summary>All rows are made one array before the program begins.</summary>
    public bool Slurps => ToolRun.IsAmong(Options, 's', "slurp");

    /// <summary>
    /// The first value that is put into the program as text, as the code names it; <see langword="null"/> when there is none. A number
    /// cannot end a string or begin a filter, and a program that is a value as a whole is the caller's.
    /// </summary>
    public (string Name, Location Where)? PutIn =>
        Text.Text.Length > Text.Holes.Length && Text.Holes.Where(hole => hole.Unconverted.Operation.Type is { SpecialType: SpecialType.System_String or SpecialType.System_Char }).Select(hole => hole.Operation.Syntax).FirstOrDefault() is { } value
            ? (value.ToString(), value.GetLocation())
            : null;

    /// <summary>The program of a start of jq; <see langword="null"/> for another tool, and for a program that stands in a file.</summary>
    public static JqProgram? Of(ToolRun run)
    {
        if (!string.Equals(run.Tool, "jq", StringComparison.OrdinalIgnoreCase) )
            return null;

        var words = new List<CommandWord>();
        var options = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < run.Arguments.Length; at++)
        {
            var word = run.Arguments[at];
            if (word.Text is "--args" or "--jsonargs" or ">" or ">>")
                break;
            if (word.Text is not ['-', ..])
            {
                words.Add(word);
                continue;
            }

            options.Add(word.Text);
            if (Taking.TryGetValue(word.Text, out var more))
                at += more;
        }

        return words.Count == 0 || ToolRun.IsAmong(options, 'f', "from-file") ? null : new JqProgram(run, words[0], words.Skip(1).ToImmutableArray(), options.ToImmutable());
    }

    /// <summary>True when only the exit code of a program that says yes or no is asked, and that code does not say which.</summary>
    public static bool IsGateWithoutVerdict(ToolRun run) =>
        Of(run) is { Text: { Holes.IsEmpty: true, Text: var program }, Options: var options }
        && !ToolRun.IsAmong(options, 'e', "exit-status")
        && !run.Arguments.Any(word => word.Text is ['>', ..])
        && program.Trim() is not ("." or "empty" or "") && program.IndexOf("error", StringComparison.Ordinal) < 0
        && !run.Start.Call.Frame.Body.Descendants().Any(part => part is IMemberReferenceOperation { Member.Name: "RedirectStandardOutput" or "StandardOutput" or "OutputDataReceived" });
}

/// <summary>The jq programs that a stage runs.</summary>
internal static class JqPrograms
{
    public static IEnumerable<JqProgram> Jq(this Stage stage) => stage.Tooling().Select(JqProgram.Of).OfType<JqProgram>();
}
