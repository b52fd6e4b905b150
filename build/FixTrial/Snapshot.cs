using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.FixTrial;

/// <summary>What the compiler and the analyzer say of a project, and the comments in it.</summary>
/// <param name="Findings">The analyzer's diagnostics.</param>
/// <param name="Errors">The compiler's errors, without their places.</param>
/// <param name="Comments">The comments of all files.</param>
internal sealed record Snapshot(ImmutableArray<Diagnostic> Findings, ImmutableArray<string> Errors, ImmutableArray<string> Comments)
{
    public static async Task<Snapshot> OfAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync().ConfigureAwait(false))!;
        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var findings = await compilation.WithAnalyzers([new PipelineAnalyzer()], options).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        return new Snapshot(
            findings,
            [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => $"{error.Id} {error.GetMessage(null)}")],
            [.. compilation.SyntaxTrees.SelectMany(CommentsIn)]);
    }

    /// <summary>What one snapshot has more often than another, as many times as it has it more often.</summary>
    public static List<string> Surplus(IEnumerable<string> more, IEnumerable<string> less)
    {
        var counts = less.GroupBy(text => text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return more.GroupBy(text => text, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(counts.GetValueOrDefault(group.Key)))
            .ToList();
    }

    private static IEnumerable<string> CommentsIn(SyntaxTree tree) => tree.GetRoot().DescendantTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        .Select(trivia => trivia.ToString());
}
