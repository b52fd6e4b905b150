using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>A way to check one row that throws when it fails, and what must be added to the code for it.</summary>
internal sealed class RowValidator
{
    private const string Subject = "{row}";

    private readonly string _call;

    private RowValidator(INamedTypeSymbol row, string call)
    {
        Row = row;
        _call = call;
    }

    public INamedTypeSymbol Row { get; }

    /// <summary>Namespaces that the call needs, each with a type by which to see whether it is imported.</summary>
    public ImmutableArray<(string Name, string Type)> Namespaces { get; private init; } = ImmutableArray<(string, string)>.Empty;

    /// <summary>The method that is added where the project has no validator.</summary>
    public ImmutableArray<TextChange> Declarations { get; private init; } = ImmutableArray<TextChange>.Empty;

    /// <summary>The statement that checks a row.</summary>
    public string CallOn(string row) => _call.Replace(Subject, row);

    /// <summary>The validator in scope, one that can be made, the attributes of the row, a <c>Validate</c> of the project; else a new one, where the type says anything.</summary>
    public static RowValidator? For(INamedTypeSymbol row, FixScene scene, SyntaxNode at) =>
        Injected(row, scene, at) ?? Constructible(row, scene) ?? Annotated(row) ?? Own(row, scene, at) ?? Generated(row, scene, at);

    private static RowValidator? Injected(INamedTypeSymbol row, FixScene scene, SyntaxNode at)
    {
        var found = scene.Model.LookupSymbols(at.SpanStart).FirstOrDefault(symbol => TypeOf(symbol) is { } type && Validates(type, row));
        return found is null ? null : Fluent(row, found.Name);
    }

    private static RowValidator? Constructible(INamedTypeSymbol row, FixScene scene)
    {
        var found = scene.Model.Compilation.GetSymbolsWithName(name => name.EndsWith("Validator", System.StringComparison.Ordinal), SymbolFilter.Type, scene.Cancellation)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(type => type is { IsAbstract: false, Arity: 0, ContainingType: null } && Validates(type, row) && type.InstanceConstructors.Any(constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }));
        return found is null ? null : Fluent(row, $"new {found.ToDisplayString()}()");
    }

    private static RowValidator Fluent(INamedTypeSymbol row, string validator) =>
        new(row, $"{validator}.ValidateAndThrow({Subject});") { Namespaces = ImmutableArray.Create(("FluentValidation", "IValidator")) };

    private static bool Validates(ITypeSymbol type, INamedTypeSymbol row) => type.AllInterfaces.Concat(type is INamedTypeSymbol named ? [named] : []).Any(contract =>
        contract is { Name: "IValidator", Arity: 1, ContainingNamespace.Name: "FluentValidation" } && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], row));

    private static RowValidator? Annotated(INamedTypeSymbol row) =>
        row.GetMembers().OfType<IPropertySymbol>().Any(property => property.GetAttributes().Any(attribute => IsValidation(attribute.AttributeClass)))
            ? new(row, $"Validator.ValidateObject({Subject}, new ValidationContext({Subject}), validateAllProperties: true);") { Namespaces = ImmutableArray.Create(("System.ComponentModel.DataAnnotations", "Validator")) }
            : null;

    private static bool IsValidation(INamedTypeSymbol? attribute)
    {
        for (; attribute is not null; attribute = attribute.BaseType)
        {
            if (attribute is { Name: "ValidationAttribute", ContainingNamespace.Name: "DataAnnotations" })
                return true;
        }

        return false;
    }

    // A method that throws; what one that answers yes or no wants to happen is not known.
    private static RowValidator? Own(INamedTypeSymbol row, FixScene scene, SyntaxNode at)
    {
        if (row.GetMembers("Validate").OfType<IMethodSymbol>().Any(method => method is { IsStatic: false, ReturnsVoid: true, Parameters.IsEmpty: true }))
            return new RowValidator(row, $"{Subject}.Validate();");
        if (scene.Model.LookupSymbols(at.SpanStart, name: "Validate").OfType<IMethodSymbol>().Any(method => Takes(method, row)))
            return new RowValidator(row, $"Validate({Subject});");

        var elsewhere = scene.Model.Compilation.GetSymbolsWithName("Validate", SymbolFilter.Member, scene.Cancellation)
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method is { IsStatic: true, IsExtensionMethod: false } && Takes(method, row) && scene.Model.IsAccessible(at.SpanStart, method));
        return elsewhere is null ? null : new RowValidator(row, $"{elsewhere.ContainingType.ToMinimalDisplayString(scene.Model, at.SpanStart)}.Validate({Subject});");
    }

    private static bool Takes(IMethodSymbol method, INamedTypeSymbol row) =>
        method is { ReturnsVoid: true, Arity: 0, Parameters: [{ RefKind: RefKind.None, Type: var type }] } && SymbolEqualityComparer.Default.Equals(type, row);

    private static RowValidator? Generated(INamedTypeSymbol row, FixScene scene, SyntaxNode at)
    {
        if (RowRequirements.Of(row) is not { Count: > 0 } requirements || PlaceFor(scene, at) is not var (position, indentation, modifiers))
            return null;

        var name = row.ToMinimalDisplayString(scene.Model, at.SpanStart);
        var lines = new List<string> { string.Empty, $"{modifiers} void Validate({name} row)", "{" };
        foreach (var requirement in requirements)
        {
            lines.Add($"    if ({requirement.Broken})");
            lines.Add($"        throw new InvalidDataException($\"{row.Name}{RowRequirements.IdentifierOf(row)}: {requirement.Complaint}\");");
        }

        lines.Add("}");
        var text = string.Concat(lines.Select(line => (line.Length == 0 ? line : indentation + line) + scene.NewLine));
        return new RowValidator(row, $"Validate({Subject});")
        {
            Namespaces = ImmutableArray.Create(("System.IO", "InvalidDataException")),
            Declarations = ImmutableArray.Create(new TextChange(new TextSpan(position, 0), position == scene.Text.Length && !EndsLine(scene.Text) ? scene.NewLine + text : text)),
        };
    }

    // At the end of the type; behind the last statement of a program.
    private static (int Position, string Indentation, string Modifiers)? PlaceFor(FixScene scene, SyntaxNode at)
    {
        if (at.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            return type is InterfaceDeclarationSyntax || type.CloseBraceToken.Span.IsEmpty
                ? null
                : (scene.Text.Lines.GetLineFromPosition(type.CloseBraceToken.SpanStart).Start, scene.IndentationAt(type.CloseBraceToken.SpanStart) + "    ", "private static");
        }

        return at.FirstAncestorOrSelf<GlobalStatementSyntax>() is null
            ? null
            : (scene.Text.Lines.GetLineFromPosition(scene.Root.Members.OfType<GlobalStatementSyntax>().Last().Span.End).EndIncludingLineBreak, string.Empty, "static");
    }

    private static bool EndsLine(SourceText text) => text.Length == 0 || text[text.Length - 1] == '\n';

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
