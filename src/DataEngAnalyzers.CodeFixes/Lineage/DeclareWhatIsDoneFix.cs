using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Lineage;

/// <summary>Puts the dataset that the code touches in the place of the one that is declared, where one stands against one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareWhatIsDoneFix))]
public sealed class DeclareWhatIsDoneFix() : DataEngFix("DEA4017")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (NamesIn(diagnostic, DeclaredLineageWrong.WrongForFix) is not [var wrong] || NamesIn(diagnostic, DeclaredLineageWrong.RightForFix) is not [var right] || scene.NodeAt(diagnostic) is not MethodDeclarationSyntax method)
            yield break;

        var literals = method.AttributeLists.SelectMany(list => list.DescendantNodes().OfType<LiteralExpressionSyntax>()).Where(literal => literal.Token.ValueText == wrong).ToList();
        if (literals is [var declared])
            yield return new PlannedFix(nameof(DeclareWhatIsDoneFix), $"Declare '{right}', which the code touches", ImmutableArray.Create(new TextChange(declared.Span, SymbolDisplay.FormatLiteral(right, quote: true))));
    }

    private static string[] NamesIn(Diagnostic diagnostic, string key) =>
        diagnostic.Properties.TryGetValue(PropertyKeys.Fix + key, out var names) && names is { Length: > 0 } ? names.Split('\n') : [];
}
