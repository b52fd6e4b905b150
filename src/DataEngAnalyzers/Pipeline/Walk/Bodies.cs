using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds the bodies that a stage may follow: local functions and methods of the root's own type.</summary>
internal sealed class Bodies
{
    private readonly PipelineContext _context;

    public Bodies(PipelineContext context) => _context = context;

    /// <param name="method">A called or referenced method.</param>
    /// <param name="caller">The method whose body calls it.</param>
    /// <returns>The bound body; <see langword="null"/> where the method is abstract, elsewhere or another type's.</returns>
    public IOperation? Of(IMethodSymbol method, IMethodSymbol caller)
    {
        var definition = method.OriginalDefinition;
        if (definition is not { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, IsAbstract: false })
            return null;
        if (!SymbolEqualityComparer.Default.Equals(definition.ContainingType, caller.OriginalDefinition.ContainingType))
            return null;

        definition = definition.PartialImplementationPart ?? definition;
        return definition.DeclaringSyntaxReferences is [var declaration, ..] ? Of(declaration.GetSyntax(CancellationToken.None)) : null;
    }

    /// <summary>The bound body of a method, constructor, accessor, local function, initializer or of the top-level statements.</summary>
    public IOperation? Of(SyntaxNode declaration)
    {
        var body = declaration switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
            PropertyDeclarationSyntax { ExpressionBody: var expression } => expression,
            EqualsValueClauseSyntax initializer => initializer,
            CompilationUnitSyntax unit => unit,
            _ => null,
        };
        return body is null ? null : _context.ModelFor(body.SyntaxTree).GetOperation(body);
    }
}
