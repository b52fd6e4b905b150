using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Puts the call that moves progress behind the last write of its turn.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ProgressLastFix))]
public sealed class ProgressLastFix() : DataEngFix("DEA1003", "DEA1031")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            if (site.Stage.ProgressAheadOfWrites().FirstOrDefault(early => early.Advance == site.Operation) is not { } found
                || scene.NodeAt(diagnostic).FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } advance
                || LastStatement(found, advance) is not { } last
                || MovedStatement.Behind(advance, last, scene) is not { } changes)
                continue;

            var title = found.Advance.IsAcknowledgement() ? "Acknowledge the message after its rows are stored" : "Save the progress after the rows are stored";
            yield return new PlannedFix(nameof(ProgressLastFix), title, changes.ToImmutableArray());
            yield break;
        }
    }

    // The statement beside the advance in which the last write lands. Behind a try it would run although the write failed.
    private static StatementSyntax? LastStatement(EarlyProgress found, StatementSyntax advance) =>
        found.Last.SyntaxIn(found.Advance.Call.Frame)?.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Parent == advance.Parent) is { } last and not TryStatementSyntax
            ? last
            : null;
}
