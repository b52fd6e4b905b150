using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Lets a producer wait until all replicas that are in sync have a message.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaitForReplicasFix))]
public sealed class WaitForReplicasFix() : DataEngFix("DEA1005")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Right: MemberAccessExpressionSyntax { Name: var level } })
            yield return new PlannedFix(nameof(WaitForReplicasFix), "Wait until every replica in sync has the message", ImmutableArray.Create(new TextChange(level.Span, "All")));
    }
}
