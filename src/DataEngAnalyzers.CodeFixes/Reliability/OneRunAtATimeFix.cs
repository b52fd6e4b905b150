using System;
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
    private const string Quartz = "Quartz.DisallowConcurrentExecutionAttribute";
    private const string Hangfire = "Hangfire.DisableConcurrentExecutionAttribute";
    private const string Start = "dataeng.fix.start";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(Start, out var start) || start is null || scene.NodeAt(diagnostic).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } job)
            yield break;

        var fix = start.Contains("Quartz.") ? Marking(scene, type, type.Keyword, Quartz, arguments: string.Empty, "Start no run of the job while another one is under way")
            : start.Contains("Hangfire.") ? Marking(scene, job, job.ReturnType.GetFirstToken(), Hangfire, "(timeoutInSeconds: 600)", "Let a run wait for the one under way, and fail after ten minutes")
            : null;
        if (fix is not null)
            yield return fix;
    }

    private static PlannedFix? Marking(FixScene scene, MemberDeclarationSyntax member, SyntaxToken keyword, string attribute, string arguments, string title)
    {
        if (scene.Model.Compilation.GetTypeByMetadataName(attribute) is null)
            return null;

        var name = scene.NameAt(attribute, member.SpanStart);
        var first = member.Modifiers.Select(modifier => (SyntaxToken?)modifier).FirstOrDefault() ?? keyword;
        var line = $"[{name.Substring(0, name.Length - nameof(Attribute).Length)}{arguments}]" + scene.NewLine + scene.IndentationAt(first.SpanStart);
        return new PlannedFix(nameof(OneRunAtATimeFix), title, ImmutableArray.Create(new TextChange(new TextSpan(first.SpanStart, 0), line)));
    }
}
