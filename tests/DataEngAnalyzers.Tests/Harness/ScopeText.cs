using System.Globalization;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>What DEA0005 says of the methods of a file that touch data, in source order.</summary>
internal static class ScopeText
{
    private const string Start = "namespace Shop;\n";

    public static void Says(string code, params string[] expected) => Assert.Equal(string.Join("\n", expected), string.Join("\n", Of(Start + code)));

    public static string[] Of(string code, params (string Key, string Value)[] options) => [.. Notes(code, options).Select(note => note.GetMessage(CultureInfo.InvariantCulture))];

    /// <summary>The additional locations of the only note, as the code at them.</summary>
    public static string[] EvidenceIn(string code) => [.. Notes(Start + code, []).Single().AdditionalLocations.Select(place => place.SourceTree!.GetText().ToString(place.SourceSpan))];

    /// <summary>The notes on code that does not compile.</summary>
    public static string[] OfBroken(string code) => [.. NotesOf(Code.OfHosted(code)).Select(note => note.GetMessage(CultureInfo.InvariantCulture))];

    private static Diagnostic[] Notes(string code, (string Key, string Value)[] options)
    {
        var bound = Code.OfHosted(code, options);
        Assert.Equal("", string.Join("\n", bound.Context.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return NotesOf(bound);
    }

    private static Diagnostic[] NotesOf(Code bound) =>
        [.. new RunFindings(bound.Context).In(bound.Root.SyntaxTree, CancellationToken.None).Where(diagnostic => diagnostic.Id == HealthRules.ScopeOfMethod.Id)];
}
