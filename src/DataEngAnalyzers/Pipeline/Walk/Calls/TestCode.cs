using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Types that stand in for others while tests run.</summary>
internal static class TestCode
{
    private static readonly HashSet<string> DoubleWords = new(StringComparer.Ordinal) { "fake", "mock", "stub", "dummy", "spy", "test", "tests" };

    /// <summary>True for a stand-in, by the words of its name and of the names around it.</summary>
    public static bool IsDouble(INamedTypeSymbol type) => NameWords.Any(type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat), DoubleWords);
}
