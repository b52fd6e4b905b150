using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Writes a facts file as the build does, from lines that people can read: <c>file | 1 | models/sources.yml | dbt</c>.</summary>
internal static class FactsFile
{
    /// <summary>Where tests keep it.</summary>
    public const string Path = "obj/dataeng.facts.tsv";

    /// <summary>The file of some facts; spaces around a field do not count, empty lines neither.</summary>
    public static string Of(params string[] lines) => string.Join("\n", Lines(lines).Prepend("dataeng-facts\t1")) + "\n";

    private static IEnumerable<string> Lines(string[] lines) => lines
        .SelectMany(line => line.Split('\n'))
        .Where(line => line.Trim().Length > 0)
        .Select(line => string.Join('\t', line.Split('|').Select(field => field.Trim())));
}
