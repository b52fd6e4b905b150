using System.Collections.Generic;
using System.Collections.Immutable;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Storage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Storage;

/// <summary>Writes the date of a path in the form that is the same everywhere and sorts by itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PathDateFix))]
public sealed class PathDateFix() : DataEngFix("DEA7006")
{
    private const string Day = "yyyy-MM-dd";

    /// <inheritdoc/>
    protected override bool MendsAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + PathDateForm.FlawForFix, out var flaw) || diagnostic.AdditionalLocations is not [var date, ..] || date.SourceTree != scene.Root.SyntaxTree)
            yield break;

        var node = scene.NodeAt(date);
        if (flaw == nameof(PathDateFlaw.Unpadded))
        {
            if (Padded(node) is { } padded)
                yield return new PlannedFix(nameof(PathDateFix), "Write it with two digits: new files get other names", ImmutableArray.Create(padded));
        }
        else if (Fixed(node, scene) is { } day)
        {
            yield return new PlannedFix(nameof(PathDateFix), "Write the date as yyyy-MM-dd: new files get other names", ImmutableArray.Create(day));
        }
    }

    // {day.Month}
    private static TextChange? Padded(SyntaxNode part) =>
        part.Parent is InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole ? Formatted(hole, "00") : null;

    private static TextChange Formatted(InterpolationSyntax hole, string format) =>
        new(TextSpan.FromBounds(hole.Expression.Span.End, hole.CloseBraceToken.SpanStart), ":" + format);

    // {day}, {day:d}, day.ToString(), day.ToString("d"), day.ToShortDateString()
    private static TextChange? Fixed(SyntaxNode date, FixScene scene) => date switch
    {
        { Parent: InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole } => Formatted(hole, Day),
        { Parent: InterpolationSyntax { FormatClause: { FormatStringToken: { ValueText.Length: 1 } format } } } => new TextChange(format.Span, Day),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var method }, ArgumentList: { Arguments.Count: 0 or 1 } arguments } =>
            new TextChange(TextSpan.FromBounds(method.SpanStart, arguments.Span.End), $"ToString(\"{Day}\", {scene.NameAt("System.Globalization.CultureInfo", date.SpanStart)}.InvariantCulture)"),
        _ => null,
    };
}
