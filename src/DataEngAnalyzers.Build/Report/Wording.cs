using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report;

/// <summary>Words that the page and the Markdown share.</summary>
internal static class Wording
{
    public static readonly IReadOnlyList<Severity> Severities = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low];

    /// <summary>What the files for other tools are, above the command that writes them.</summary>
    public const string FilesLead = "What the code declares of these datasets, as files of Great Expectations, DVC, dbt and Alembic. What people change in them stays.";

    public const string FilesCommand = "dotnet build -p:DataEngEmit=gx,dvc,dbt,alembic";

    public static string Verdict(Verdict verdict) => verdict.Result switch
    {
        "failed" => $"{Count(verdict.Blocking, "finding")} at or above {verdict.FailOn} {(verdict.Blocking == 1 ? "stands" : "stand")} in the way",
        "passed" => $"Nothing at or above {verdict.FailOn}",
        _ => "No gate is set",
    };

    public static string VerdictWord(Verdict verdict) => verdict.Result switch
    {
        "failed" => "Failed",
        "passed" => "Passed",
        _ => "No gate",
    };

    public static string Backfill(Backfill backfill) => backfill.Verdict switch
    {
        "ready" => "A past day can be run again",
        "blocked" => "A past day cannot be run again as it is",
        _ => "Not known",
    };

    /// <summary>Two words that the end of a long name tells apart: type and method.</summary>
    public static string Short(string name)
    {
        var method = name.LastIndexOf('.');
        var type = method <= 0 ? -1 : name.LastIndexOf('.', method - 1);
        return type < 0 ? name : name.Substring(type + 1);
    }

    public static string Count(int number, string noun) => number == 1 ? "1 " + noun : $"{number} {noun}s";

    public static string Join(IEnumerable<string> words) => string.Join(", ", words);

    /// <summary>How a stage writes, in words people say.</summary>
    public static string Mode(string mode) => mode switch
    {
        "appendIfAbsent" => "append if absent",
        "replacePartition" => "replace a partition",
        _ => mode,
    };

    /// <summary>Whether all, some or none check what they hand over.</summary>
    public static string Validation(IReadOnlyCollection<bool> boundaries) =>
        boundaries.Count == 0 ? "–" : boundaries.All(validated => validated) ? "validated" : boundaries.Any(validated => validated) ? "partly" : "not validated";
}
