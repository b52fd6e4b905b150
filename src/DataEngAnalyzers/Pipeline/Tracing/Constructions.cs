using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a constructor was given, where the object is made in sight: through <c>base(…)</c> and <c>this(…)</c>, too.</summary>
internal sealed class Constructions
{
    private const int MostSteps = 6;

    private readonly PipelineContext _context;

    public Constructions(PipelineContext context) => _context = context;

    /// <summary>The run of a constructor that makes the object; <see langword="null"/> when the object is made out of sight or by another one.</summary>
    public Frame? FrameOf(IMethodSymbol constructor, Self? self)
    {
        if (self is not { Creation: { } creation, Made: { Constructor: { } current } made })
            return null;

        var frame = new Frame(current, BodyOf(current) ?? made, creation.Frame, made) { Self = self };
        for (var step = 0; step < MostSteps; step++)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, constructor.OriginalDefinition))
                return frame;
            if (ChainedFrom(current) is not { } next)
                return null;
            current = next.TargetMethod;
            frame = new Frame(current, BodyOf(current) ?? next, frame, next) { Self = self };
        }

        return null;
    }

    private IOperation? BodyOf(IMethodSymbol constructor) => _context.Bodies.DeclarationOf(constructor) is { } declaration ? _context.Bodies.Of(declaration) : null;

    // A primary constructor passes on in the list of bases.
    private IInvocationOperation? ChainedFrom(IMethodSymbol constructor)
    {
        if (constructor.OriginalDefinition.DeclaringSyntaxReferences is not [var reference, ..] || !_context.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
            return null;

        var chained = reference.GetSyntax(CancellationToken.None) switch
        {
            ConstructorDeclarationSyntax { Initializer: { } initializer } => (SyntaxNode)initializer,
            TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax first, ..] } => first,
            _ => null,
        };
        return chained is null ? null : _context.ModelFor(chained.SyntaxTree).GetOperation(chained)?.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault();
    }
}
