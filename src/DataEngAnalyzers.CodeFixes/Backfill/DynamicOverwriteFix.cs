using System.Collections.Generic;
using System.Collections.Immutable;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Backfill;

/// <summary>Lets a partitioned writer replace the partitions that come, and leave the others alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DynamicOverwriteFix))]
public sealed class DynamicOverwriteFix() : DataEngFix("DEA5012")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + "is-writer", out var isWriter) || isWriter != "true" || diagnostic.AdditionalLocations is not [var mode, ..] || mode.SourceTree != scene.Root.SyntaxTree)
            yield break;
        if (scene.NodeAt(mode).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } step)
            yield return new PlannedFix(
                nameof(DynamicOverwriteFix),
                "Replace only the partitions that this run writes",
                ImmutableArray.Create(new TextChange(new TextSpan(step.Span.End, 0), ".Option(\"partitionOverwriteMode\", \"dynamic\")")));
    }
}
