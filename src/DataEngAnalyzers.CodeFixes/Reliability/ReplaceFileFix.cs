using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>
/// Writes the output of a run to a temporary file beside the target and replaces the target with it, so that each run leaves its own rows
/// and no half file. Offered where one call, or one writer in a <c>using</c> statement or declaration, writes the whole file.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceFileFix))]
public sealed class ReplaceFileFix() : DataEngFix("DEA1023")
{
    private const string Suffix = " + \".tmp\"";

    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.SitesAt(diagnostic).FirstOrDefault() is not { } site || site.Operation.Around.Loop is not null || IsWrittenTwice(site))
            yield break;
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            yield break;

        var changes = site.Operation.Action == DataAction.Open ? Reopen(site, statement, scene) : Rewrite(site, statement, scene);
        if (changes is { } planned)
            yield return new PlannedFix(nameof(ReplaceFileFix), "Replace the file on every run (rows of earlier runs go)", planned);
    }

    private static bool IsWrittenTwice(Site site) => site.Stage.Operations.Any(other =>
        other != site.Operation
        && other.Action == site.Operation.Action
        && other.Location != site.Operation.Location
        && other.Call["inner"] is null
        && other.Dataset is { } file && file.Matches(site.Operation.Dataset));

    // File.AppendAllLines(path, rows) becomes File.WriteAllLines on the temporary file, then a move.
    private static ImmutableArray<TextChange>? Rewrite(Site site, StatementSyntax statement, FixScene scene)
    {
        var name = scene.Root.FindToken(site.Operation.Location.SourceSpan.Start);
        if (statement is not ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } || !name.ValueText.StartsWith("AppendAll", System.StringComparison.Ordinal)
            || site.Operation.Call["name"]?.Operation.Syntax is not ExpressionSyntax path || Target.Of(path, statement, scene) is not { } target)
            return null;

        var write = new TextChange(new TextSpan(name.SpanStart, "AppendAll".Length), "WriteAll");
        var move = new TextChange(new TextSpan(statement.Span.End, 0), scene.NewLine + scene.IndentationAt(statement.SpanStart) + target.Move);
        return target.Changes.Add(write).Add(move);
    }

    // new StreamWriter(path, append: true) opens the temporary file anew; the move follows where the writer is closed.
    private static ImmutableArray<TextChange>? Reopen(Site site, StatementSyntax statement, FixScene scene)
    {
        if (site.Operation.Call.Operation.Syntax is not BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation
            || site.Operation.Call["name"]?.Operation.Syntax is not ExpressionSyntax path
            || AppendArgument(site.Operation.Call, arguments) is not { } append)
            return null;
        if (Target.Of(path, statement, scene) is not { } target || Closing.After(statement, creation, target.Move, scene) is not { } closing)
            return null;

        return target.Changes.AddRange(append).AddRange(closing);
    }

    // The argument that asks to append: taken away where it is the last one, else turned round.
    private static IEnumerable<TextChange>? AppendArgument(Call open, ArgumentListSyntax list)
    {
        if (open["mode"]?.Operation.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is not { } argument)
            return null;

        var index = list.Arguments.IndexOf(argument);
        if (index < 0 || argument.Expression is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax))
            return null;
        if (argument.Expression is MemberAccessExpressionSyntax mode)
            return [new TextChange(mode.Name.Span, "Create")];
        return index > 0 && index == list.Arguments.Count - 1
            ? [new TextChange(TextSpan.FromBounds(list.Arguments[index - 1].Span.End, argument.Span.End), string.Empty)]
            : [new TextChange(argument.Expression.Span, "false")];
    }

    /// <summary>The path of the target, named by an expression that can be written twice.</summary>
    private sealed record Target(string Move, ImmutableArray<TextChange> Changes)
    {
        public static Target? Of(ExpressionSyntax path, StatementSyntax statement, FixScene scene)
        {
            if (path is IdentifierNameSyntax { Identifier.ValueText: var name })
                return new Target(MoveTo(name, scene, statement.SpanStart), ImmutableArray.Create(new TextChange(new TextSpan(path.Span.End, 0), Suffix)));

            // Anything longer gets a name of its own first.
            var target = scene.FreeName("target", statement.SpanStart);
            var declaration = $"var {target} = {path};{scene.NewLine}{scene.IndentationAt(statement.SpanStart)}";
            return path.ToString().Contains("\n")
                ? null
                : new Target(MoveTo(target, scene, statement.SpanStart), ImmutableArray.Create(new TextChange(new TextSpan(statement.SpanStart, 0), declaration), new TextChange(path.Span, target + Suffix)));
        }

        private static string MoveTo(string path, FixScene scene, int position) => $"{scene.NameAt("System.IO.File", position)}.Move({path}{Suffix}, {path}, overwrite: true);";
    }
}
