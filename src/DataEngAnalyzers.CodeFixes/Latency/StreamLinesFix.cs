using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Latency;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Latency;

/// <summary>Goes through the lines of a file as they are read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StreamLinesFix))]
public sealed class StreamLinesFix() : DataEngFix("DEA6005")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (diagnostic.Properties.TryGetValue(PropertyKeys.Fix + WholeDatasetHeld.StreamsForFix, out var streams)
            && scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } read && IsGoneThrough(read))
            yield return new PlannedFix(nameof(StreamLinesFix), "Read line by line", ImmutableArray.Create(new TextChange(diagnostic.Location.SourceSpan, streams!)));
    }

    // The other method hands out no array: only a loop, or a local of inferred type that a loop goes over, takes both.
    private static bool IsGoneThrough(ExpressionSyntax read) => read.Parent switch
    {
        ForEachStatementSyntax => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name, Parent: VariableDeclarationSyntax { Type.IsVar: true, Parent: { Parent: { } block } } } } =>
            block.DescendantNodes().OfType<ForEachStatementSyntax>().Any(loop => loop.Expression is IdentifierNameSyntax { Identifier.ValueText: var over } && over == name),
        _ => false,
    };
}
