using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The one value of a field or auto-property: its initializer, or the only assignment its type makes.</summary>
internal sealed class Fields
{
    private readonly PipelineContext _context;
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _definitions = new(SymbolEqualityComparer.Default);

    public Fields(PipelineContext context) => _context = context;

    /// <param name="member">A field or property of a type in this compilation.</param>
    /// <param name="self">The object whose member it is.</param>
    /// <param name="user">The method that asks.</param>
    /// <returns>The defining expression, seen from the constructor that made the object; <see langword="null"/> where there is none or more than one.</returns>
    public Value? DefinitionOf(ISymbol member, Self? self, IMethodSymbol user)
    {
        if (ExpressionOf(member) is not { } definition)
            return null;

        var constructor = definition.SemanticModel?.GetEnclosingSymbol(definition.Syntax.SpanStart, CancellationToken.None) as IMethodSymbol;
        return new Value(definition, FrameOf(definition, constructor, self, user));
    }

    /// <summary>The defining expression alone.</summary>
    public IOperation? ExpressionOf(ISymbol member) =>
        !IsSetOnlyByItsType(member) || member.DeclaringSyntaxReferences.IsEmpty || !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, _context.Compilation.Assembly)
            ? null
            : _definitions.GetOrAdd(member.OriginalDefinition, Find);

    private Frame FrameOf(IOperation definition, IMethodSymbol? constructor, Self? self, IMethodSymbol user)
    {
        if (constructor is { MethodKind: MethodKind.Constructor } && _context.Constructions.FrameOf(constructor, self) is { } made)
            return made;

        var body = definition;
        while (body.Parent is { } parent)
            body = parent;
        return new Frame(constructor ?? user, body) { Self = self };
    }

    /// <summary>The constructor that alone gives a field its value, where it does so in several places; <see langword="null"/> for any other field.</summary>
    public Frame? ConstructorOf(IFieldSymbol field)
    {
        if (!IsSetOnlyByItsType(field) || !SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, _context.Compilation.Assembly) || Initializers(field.OriginalDefinition).Any())
            return null;

        var makers = AssignmentsOf(field.OriginalDefinition).Select(use => use.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>()).Distinct().Take(2).ToList();
        return makers is [{ } maker]
            && _context.ModelFor(maker.SyntaxTree).GetDeclaredSymbol(maker) is { } constructor
            && _context.Bodies.Of(maker) is { } body
            ? new Frame(constructor, body)
            : null;
    }

    // What other types can set has values that are not seen here.
    private static bool IsSetOnlyByItsType(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
        IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    private IOperation? Find(ISymbol member) =>
        Initializers(member).Concat(ValuesOf(member)).Take(2).ToList() is [var only] ? only : null;

    private IEnumerable<IOperation> Initializers(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax(CancellationToken.None) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var value } => value,
                PropertyDeclarationSyntax { Initializer.Value: var value } => value,
                PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => value,
                _ => null,
            };
            if (initializer is not null && _context.ModelFor(reference.SyntaxTree).GetOperation(initializer) is { } operation)
                yield return operation;
        }
    }

    // An addition to what was there leaves no one value.
    private IEnumerable<IOperation> ValuesOf(ISymbol member)
    {
        foreach (var assignment in AssignmentsOf(member))
        {
            yield return assignment.Value;
            if (assignment is not ISimpleAssignmentOperation)
                yield return assignment.Value;
        }
    }

    private IEnumerable<IAssignmentOperation> AssignmentsOf(ISymbol member)
    {
        foreach (var type in member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var assignment in type.GetSyntax(CancellationToken.None).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (NameOf(assignment.Left) != member.Name)
                    continue;

                var model = _context.ModelFor(type.SyntaxTree);
                if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left).Symbol?.OriginalDefinition, member)
                    && model.GetOperation(assignment) is IAssignmentOperation operation)
                    yield return operation;
            }
        }
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
