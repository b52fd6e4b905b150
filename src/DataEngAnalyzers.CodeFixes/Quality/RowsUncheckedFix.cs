using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Checks every row before it is written: with the validator the project has, else with one made from the row type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RowsUncheckedFix))]
public sealed class RowsUncheckedFix : DataEngFix
{
    private const string Key = "DEA2001.Validate";

    /// <summary>Fixes DEA2001.</summary>
    public RowsUncheckedFix()
        : base("DEA2001")
    {
    }

    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } write)
            yield break;

        if (LoopAround(write, scene) is { } loop && RowValidator.For(loop.Row, scene, write) is { } check)
            yield return Planned(check, scene, write, InLoop(loop.Loop, check.CallOn(loop.Loop.Identifier.Text), scene));
        else if (LoadedRows(write, scene) is { } rows && RowValidator.For(rows.Row, scene, write) is { } validator)
            yield return Planned(validator, scene, write, BeforeWrite(write, rows.Name, validator, scene));
    }

    private static PlannedFix Planned(RowValidator check, FixScene scene, SyntaxNode at, IEnumerable<TextChange> call) => new(
        Key,
        $"Check every {check.Row.Name} before it is written; the run stops at a bad one",
        check.Namespaces.SelectMany(space => Usings.For(scene, space.Name, space.Type, at.SpanStart)).Concat(call).Concat(check.Declarations).ToImmutableArray());

    private static (ForEachStatementSyntax Loop, INamedTypeSymbol Row)? LoopAround(SyntaxNode write, FixScene scene)
    {
        foreach (var loop in write.Ancestors().TakeWhile(node => node is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<ForEachStatementSyntax>())
        {
            if (loop.Statement.Span.Contains(write.Span) && RowOf((scene.Model.GetDeclaredSymbol(loop, scene.Cancellation) as ILocalSymbol)?.Type) is { } row)
                return (loop, row);
        }

        return null;
    }

    // Only rows in memory: a reader can be read once.
    private static (string Name, INamedTypeSymbol Row)? LoadedRows(InvocationExpressionSyntax write, FixScene scene)
    {
        var candidates = write.ArgumentList.Arguments
            .Select(argument => argument.Expression)
            .OfType<IdentifierNameSyntax>()
            .Select(name => (name.Identifier.Text, Row: IsLoaded(scene.Model.GetTypeInfo(name, scene.Cancellation).Type, out var element) ? RowOf(element) : null))
            .Where(candidate => candidate.Row is not null)
            .ToList();
        return candidates is [var only] ? (only.Text, only.Row!) : null;
    }

    private static bool IsLoaded(ITypeSymbol? type, out ITypeSymbol? element)
    {
        element = RowTypes.ElementOf(type);
        return type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList" or "ICollection" or "IReadOnlyCollection" or "HashSet" };
    }

    private static INamedTypeSymbol? RowOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false, TypeKind: TypeKind.Class or TypeKind.Struct } row && RowTypes.IsRow(row)
            ? (INamedTypeSymbol)row.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            : null;

    private static IEnumerable<TextChange> InLoop(ForEachStatementSyntax loop, string call, FixScene scene)
    {
        if (loop.Statement is BlockSyntax block)
        {
            var inner = block.Statements.Count > 0 ? scene.IndentationAt(block.Statements[0].SpanStart) : scene.IndentationAt(loop.SpanStart) + "    ";
            yield return new TextChange(new TextSpan(block.OpenBraceToken.Span.End, 0), scene.NewLine + inner + call);
            yield break;
        }

        var indentation = scene.IndentationAt(loop.SpanStart);
        yield return new TextChange(new TextSpan(loop.CloseParenToken.Span.End, 0), scene.NewLine + indentation + "{" + scene.NewLine + indentation + "    " + call);
        yield return new TextChange(new TextSpan(loop.Statement.Span.End, 0), scene.NewLine + indentation + "}");
    }

    private static IEnumerable<TextChange> BeforeWrite(SyntaxNode write, string rows, RowValidator check, FixScene scene)
    {
        if (write.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax or GlobalStatementSyntax } statement)
            yield break;

        var indentation = scene.IndentationAt(statement.SpanStart);
        var row = scene.Model.LookupSymbols(statement.SpanStart, name: "row").IsEmpty ? "row" : "unchecked" + check.Row.Name;
        yield return new TextChange(
            new TextSpan(statement.SpanStart, 0),
            $"foreach (var {row} in {rows}){scene.NewLine}{indentation}    {check.CallOn(row)}{scene.NewLine}{indentation}");
    }
}
