using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A data tool that the code starts.</summary>
/// <param name="Start">The call that starts it, or the shell that does.</param>
/// <param name="Tool">Its name, without folder and extension.</param>
/// <param name="Arguments">What it is called with, as far as the code shows.</param>
internal sealed record ToolRun(DataOperation Start, string Tool, ImmutableArray<CommandWord> Arguments)
{
    /// <summary>The first word that is no option; <see langword="null"/> when there is none.</summary>
    public string? Command => Arguments.FirstOrDefault(word => word.Text is not ['-', ..])?.Text;

    /// <summary>True when an option is given: <c>-e</c>, <c>-re</c>, <c>--exit-status</c>.</summary>
    public bool Has(char letter, string option) => IsAmong(Arguments.Select(word => word.Text), letter, option);

    /// <summary>True when one of some words gives an option, alone or among letters that stand together.</summary>
    public static bool IsAmong(IEnumerable<string> words, char letter, string option) =>
        words.Any(word => word == "--" + option || (word is ['-', not '-', ..] && word.IndexOf(letter) > 0));
}

/// <summary>Finds the data tools that a stage starts, itself or through a shell.</summary>
internal static class ToolRuns
{
    private static readonly HashSet<string> Tools = new(StringComparer.OrdinalIgnoreCase) { "dbt", "great_expectations", "gx", "soda", "dvc", "alembic", "jq", "sqlfluff" };

    // What runs the command behind it.
    private static readonly HashSet<string> Runners = new(StringComparer.OrdinalIgnoreCase)
    {
        "bash", "sh", "zsh", "cmd", "powershell", "pwsh", "wsl", "sudo", "env", "nohup", "timeout", "xargs", "python", "python3", "py", "uv", "uvx", "poetry", "pipenv", "pdm", "conda", "docker", "podman",
    };

    public static IEnumerable<ToolRun> Tooling(this Stage stage) =>
        stage.Of(DataAction.Start).Where(start => !stage.IsOrdinary(start)).SelectMany(start => Of(start, stage.Context));

    private static IEnumerable<ToolRun> Of(DataOperation start, PipelineContext context)
    {
        var words = new CommandText(start, context).Words();
        for (var from = 0; from < words.Count; from++)
        {
            var to = words.FindIndex(from, word => word.EndsCommand) is >= 0 and var end ? end : words.Count;
            var tool = words.FindIndex(from, to - from, word => Tools.Contains(word.Program));
            if (tool == from || tool > from && Runners.Contains(words[from].Program))
                yield return new ToolRun(start, words[tool].Program, words.Skip(tool + 1).Take(to - tool - 1).ToImmutableArray());
            from = to;
        }
    }
}
