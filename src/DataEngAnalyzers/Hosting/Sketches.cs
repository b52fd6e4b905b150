using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Hosting;

/// <summary>Finds the roots of a file by names alone; nothing is bound where no name touches data.</summary>
internal sealed class Sketches
{
    private readonly PipelineContext _context;
    private readonly ConcurrentDictionary<SyntaxTree, FileNames> _names = new();
    private readonly ConcurrentDictionary<ISymbol, TypeSketch> _types = new(SymbolEqualityComparer.Default);

    public Sketches(PipelineContext context) => _context = context;

    /// <summary>The roots declared in a file, each of which is one stage.</summary>
    public IEnumerable<SyntaxNode> RootsIn(CompilationUnitSyntax unit, CancellationToken cancellation)
    {
        var names = NamesOf(unit.SyntaxTree);
        var types = unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>().ToList();
        if (!names.OccurIn(unit.SyntaxTree.GetText(cancellation).ToString()) && !types.Any(TakesMoreThanNames))
            yield break;

        if (unit.Members.Any(SyntaxKind.GlobalStatement))
        {
            foreach (var root in TypeSketch.Of([unit], NamesOf, cancellation).Roots())
                yield return root;
        }

        foreach (var type in types)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var root in SketchOf(type, names, cancellation).Roots())
            {
                // The other parts of a partial type yield their own roots.
                if (root.Ancestors().Contains(type))
                    yield return root;
            }
        }
    }

    // The names may stand in another part of the type, or be those of conversions.
    private static bool TakesMoreThanNames(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) || RowConverters.IsNamedSo(type.Identifier.ValueText);

    // A partial type is one type: its files are sketched together, once. Most types hold no name that touches data: one look is all they cost.
    private TypeSketch SketchOf(TypeDeclarationSyntax type, FileNames names, CancellationToken cancellation)
    {
        if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            if (RowConverters.IsNamedSo(type.Identifier.ValueText))
                names = names.WithConversions;
            return TypeSketch.TouchesData(type, names) ? TypeSketch.Of([type], _ => names, cancellation) : TypeSketch.Empty;
        }

        return _context.ModelFor(type.SyntaxTree).GetDeclaredSymbol(type, cancellation) is { } symbol
            ? _types.GetOrAdd(symbol, key => TypeSketch.Of(key.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)), RowConverters.IsNamedSo(key.Name) ? tree => NamesOf(tree).WithConversions : NamesOf, cancellation))
            : TypeSketch.Of([type], _ => names, cancellation);
    }

    private FileNames NamesOf(SyntaxTree tree) => _names.GetOrAdd(tree, key => _context.Apis.Names.For((CompilationUnitSyntax)key.GetRoot()));
}
