using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Which members that touch data use which others. Names propose, the compiler decides; each body is asked once.
/// </summary>
internal sealed class CallGraph
{
    private readonly PipelineContext _context;
    private readonly ConcurrentDictionary<MemberSketch, ImmutableHashSet<MemberSketch>> _callees = new();

    public CallGraph(PipelineContext context) => _context = context;

    /// <summary>How many bodies were asked for what they use.</summary>
    public int Asked => _callees.Count;

    /// <summary>The members that use one. Tests use everything and run nothing at night: what only they use is used by nobody.</summary>
    public IEnumerable<MemberSketch> CallersOf(MemberSketch member, CancellationToken cancellation) =>
        _context.Code.Mentioning(member.Name).Where(caller => caller != member && CalleesOf(caller, cancellation).Contains(member) && (!IsTest(caller) || IsTest(member)));

    /// <summary>The members that one uses.</summary>
    public ImmutableHashSet<MemberSketch> CalleesOf(MemberSketch member, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return _callees.GetOrAdd(member, Find);
    }

    private ImmutableHashSet<MemberSketch> Find(MemberSketch member)
    {
        var model = _context.ModelFor(member.Declaration.SyntaxTree);
        var found = ImmutableHashSet.CreateBuilder<MemberSketch>();
        foreach (var use in member.UsesOf(_context.Code.IsTouching))
        {
            var symbol = model.GetSymbolInfo(use).Symbol;
            if (use.Parent is ObjectCreationExpressionSyntax creation && creation.Type == use || use.Parent is QualifiedNameSyntax { Parent: ObjectCreationExpressionSyntax })
                symbol = model.GetSymbolInfo(use.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>()!).Symbol;
            found.UnionWith(TargetsOf(symbol, use, model));
        }

        return found.ToImmutable();
    }

    private IEnumerable<MemberSketch> TargetsOf(ISymbol? symbol, SimpleNameSyntax use, SemanticModel model) => symbol switch
    {
        IMethodSymbol method => Bodies(method, use, model),
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().SelectMany(accessor => Bodies(accessor, use, model)),
        _ => [],
    };

    private IEnumerable<MemberSketch> Bodies(IMethodSymbol method, SimpleNameSyntax use, SemanticModel model)
    {
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _context.Compilation.Assembly))
            return [];
        var targets = IsOnBase(use) ? ImmutableArray.Create(method) : _context.Dispatch.TargetsOf(method, ReceiverOf(use, model) is { } type ? new Self(type, Creation: null) : null);
        return targets.Select(target => _context.Bodies.DeclarationOf(target)).Select(declaration => declaration is null ? null : _context.Code.Find(declaration)).OfType<MemberSketch>();
    }

    private static bool IsOnBase(SimpleNameSyntax use) => use.Parent is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    private static ITypeSymbol? ReceiverOf(SimpleNameSyntax use, SemanticModel model) =>
        use.Parent is MemberAccessExpressionSyntax access && access.Name == use && !access.Expression.IsKind(SyntaxKind.ThisExpression) ? model.GetTypeInfo(access.Expression).Type : null;

    private bool IsTest(MemberSketch member) =>
        StageBuilder.MethodOf(member.Declaration, _context.ModelFor(member.Declaration.SyntaxTree), CancellationToken.None) is { } method && _context.Hosts.IsTest(method);
}
