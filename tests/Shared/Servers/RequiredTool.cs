using System;
using Xunit;

namespace DataEngAnalyzers.Tests.Servers;

/// <summary>A program that a test needs and a developer's machine may lack.</summary>
internal static class RequiredTool
{
    /// <summary>Skips the test when the program is missing; where <c>CI</c> is set, nothing may be missing.</summary>
    public static void SkipWithout(bool isThere, string name)
    {
        if (isThere)
            return;

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{name} is not installed");
        Skip.If(true, $"{name} is not installed");
    }
}
