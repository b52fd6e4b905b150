using System;
using System.Linq;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Compares the flows of a piece of code with what a reader finds in it.</summary>
internal static class FlowAssert
{
    /// <summary>The code's flows are these lines, in any order, and no others.</summary>
    public static void Is(string code, string expected) => Equal(expected, FlowText.Of(Code.Of(code).Stages));

    /// <summary>The lines about one column of a target are these and no others.</summary>
    public static void IsFor(string target, string code, params string[] expected) =>
        Equal(string.Join('\n', expected), string.Join('\n', FlowText.Of(Code.Of(code).Stages).Split('\n').Where(line => line.StartsWith(target + " ", StringComparison.Ordinal))));

    private static void Equal(string expected, string actual) => Assert.Equal(Sorted(expected), Sorted(actual));

    private static string Sorted(string lines) =>
        string.Join('\n', lines.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).Distinct().Order(StringComparer.Ordinal));
}
