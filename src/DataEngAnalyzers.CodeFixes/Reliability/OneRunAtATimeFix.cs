using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Forbids the scheduler to start a run of a job while another one is under way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneRunAtATimeFix))]
public sealed class OneRunAtATimeFix() : DataEngFix("DEA1027")
{
    private const string Attribute = "Quartz.DisallowConcurrentExecutionAttribute";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } job || scene.Model.Compilation.GetTypeByMetadataName(Attribute) is null)
            yield break;

        var name = scene.NameAt(Attribute, job.SpanStart);
        var first = job.Modifiers.Select(modifier => (SyntaxToken?)modifier).FirstOrDefault() ?? job.Keyword;
        var line = $"[{name.Substring(0, name.Length - "Attribute".Length)}]" + scene.NewLine + scene.IndentationAt(first.SpanStart);
        yield return new PlannedFix(
            nameof(OneRunAtATimeFix),
            "Start no run of the job while another one is under way",
            ImmutableArray.Create(new TextChange(new TextSpan(first.SpanStart, 0), line)));
    }
}
