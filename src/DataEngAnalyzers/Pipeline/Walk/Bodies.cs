using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Binds bodies, each once.</summary>
internal sealed class Bodies
{
    private readonly PipelineContext _context;
    private readonly ConcurrentDictionary<SyntaxNode, IOperation?> _bound = new();

    public Bodies(PipelineContext context) => _context = context;

    /// <summary>How many bodies were bound so far.</summary>
    public int Count => _bound.Count;

    /// <summary>The declaration of a method's body in this compilation; <see langword="null"/> where there is none.</summary>
    public SyntaxNode? DeclarationOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (definition is not { IsAbstract: false, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.ExplicitInterfaceImplementation }
            || definition.DeclaringSyntaxReferences is not [var reference, ..]
            || !_context.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
            return null;

        // A getter's expression belongs to its property.
        return reference.GetSyntax(CancellationToken.None) is var syntax && syntax is ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } ? property : syntax;
    }

    /// <summary>The bound body of a called method; <see langword="null"/> where it is abstract, may be overridden, or is out of sight.</summary>
    public IOperation? Of(IMethodSymbol method) =>
        !method.IsVirtual && !method.IsOverride && DeclarationOf(method) is { } declaration ? Of(declaration) : null;

    /// <summary>The bound body of a method, constructor, accessor, local function, initializer or of the top-level statements.</summary>
    public IOperation? Of(SyntaxNode declaration) => _bound.GetOrAdd(declaration, Bind);

    private IOperation? Bind(SyntaxNode declaration)
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
