using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>
/// Declares that every run is to add its rows, where no key is known to recognise them by. A person decides that for one method at a
/// time: there is no Fix All.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AppendOnlyFix))]
public sealed class AppendOnlyFix() : DataEngFix("DEA1001")
{
    private const string Namespace = "DataEngAnalyzers";
    private const string Attribute = "AppendOnly";

    /// <inheritdoc/>
    protected override bool MendsAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.Model.Compilation.GetTypeByMetadataName($"{Namespace}.{Attribute}Attribute") is null || scene.SitesAt(diagnostic).Any(site => UpsertFix.IsOfferedFor(site, scene)))
            yield break;
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            yield break;

        var start = method.GetFirstToken().SpanStart;
        var line = $"[{Attribute}(\"every run adds its own rows\")]{scene.NewLine}{scene.IndentationAt(start)}";
        var changes = Usings.For(scene, Namespace, Attribute + "Attribute", start).Append(new TextChange(new TextSpan(start, 0), line)).ToImmutableArray();
        yield return new PlannedFix(nameof(AppendOnlyFix), $"Declare that every run of {method.Identifier.ValueText} adds its rows ([{Attribute}])", changes);
    }
}
