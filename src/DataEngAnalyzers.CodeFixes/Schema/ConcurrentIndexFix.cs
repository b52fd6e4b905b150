using System.Collections.Generic;
using System.Collections.Immutable;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Schema;

/// <summary>Lets PostgreSQL build an index while others write; the provider keeps the build out of the migration's transaction.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcurrentIndexFix))]
public sealed class ConcurrentIndexFix() : DataEngFix("DEA3014")
{
    private const string Annotate = "Annotation";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + IndexBlocksWriters.AnnotationForFix, out var annotation) || annotation is null
            || scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || scene.Model.GetTypeInfo(call, scene.Cancellation).Type?.GetMembers(Annotate).IsEmpty != false)
            yield break;

        var change = new TextChange(new TextSpan(call.Span.End, 0), $".{Annotate}(\"{annotation}\", true)");
        yield return new PlannedFix(nameof(ConcurrentIndexFix), "Build the index while others write (CONCURRENTLY)", ImmutableArray.Create(change));
    }
}
