using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Lets a validation whose outcome nobody looks at stop the load, and a program that failed stop the run.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StopAtInvalidFix))]
public sealed class StopAtInvalidFix() : DataEngFix("DEA2021")
{
    private const string Validators = "FluentValidation";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || scene.Model.GetOperation(call, scene.Cancellation) is not IInvocationOperation invocation)
            yield break;

        var changes = invocation.TargetMethod switch
        {
            { ContainingType: { Name: "Process" } } => AskExitCode(call, scene),
            { ReturnType.SpecialType: SpecialType.System_Boolean } => ThrowIfFalse(call, scene),
            { ContainingNamespace: { } space, Parameters: [{ Type: not INamedTypeSymbol { Name: "IValidationContext" or "ValidationContext" } }, ..] } when space.ToDisplayString() == Validators => Throwing(call, invocation.TargetMethod, scene),
            _ => [],
        };
        if (changes.Count > 0)
            yield return new PlannedFix(nameof(StopAtInvalidFix), "Stop when the check fails (nothing more is written)", changes.ToImmutableArray());
    }

    // validator.Validate(row); → validator.ValidateAndThrow(row);
    private static List<TextChange> Throwing(InvocationExpressionSyntax call, IMethodSymbol method, FixScene scene) =>
        StatementOf(call) is not null && call.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name }
            ? [.. Usings.For(scene, Validators, "DefaultValidatorExtensions", call.SpanStart), new TextChange(name.Span, method.Name.EndsWith("Async", System.StringComparison.Ordinal) ? "ValidateAndThrowAsync" : "ValidateAndThrow")]
            : [];

    // Validator.TryValidateObject(…); → if (!Validator.TryValidateObject(…)) throw …
    private static List<TextChange> ThrowIfFalse(InvocationExpressionSyntax call, FixScene scene)
    {
        if (StatementOf(call) is not { } statement || call.Parent is AwaitExpressionSyntax)
            return [];

        var failure = $"throw new {scene.NameAt("System.ComponentModel.DataAnnotations.ValidationException", call.SpanStart)}(\"A row does not pass its validation\");";
        return
        [
            new TextChange(TextSpan.FromBounds(statement.SpanStart, call.SpanStart), "if (!"),
            new TextChange(statement.SemicolonToken.Span, ")" + Line(statement, scene) + failure),
        ];
    }

    // process.WaitForExit(); and the question behind it.
    private static List<TextChange> AskExitCode(InvocationExpressionSyntax call, FixScene scene)
    {
        if (call.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { Identifier.ValueText: var process } || call.FirstAncestorOrSelf<StatementSyntax>() is not { } declaration || StatementList.Around(declaration) is not { } list)
            return [];
        if (list.After(declaration).OfType<ExpressionStatementSyntax>().FirstOrDefault(statement => Waits(statement, process)) is not { } wait)
            return [];

        var failure = $"throw new {scene.NameAt("System.InvalidOperationException", wait.SpanStart)}($\"A check failed with exit code {{{process}.ExitCode}}\");";
        return [StatementList.InsertAfter(wait, $"if ({process}.ExitCode != 0)" + Line(wait, scene) + failure, scene)];
    }

    private static bool Waits(ExpressionStatementSyntax statement, string process) =>
        statement.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access is { Name.Identifier.ValueText: "WaitForExit" or "WaitForExitAsync" } && access.Expression.ToString().TrimEnd('!') == process);

    private static string Line(StatementSyntax statement, FixScene scene) => scene.NewLine + scene.IndentationAt(statement.SpanStart) + "    ";

    private static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax call) => call.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AwaitExpressionSyntax { Parent: ExpressionStatementSyntax statement } => statement,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } assignment when assignment.Right == call => statement,
        _ => null,
    };
}
