using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Assessment;

/// <summary>The connection string of a database context: that of the call which switches its provider on.</summary>
internal sealed class ContextText
{
    private readonly PipelineContext _context;
    private readonly Lazy<List<Call>> _switches;

    public ContextText(PipelineContext context)
    {
        _context = context;
        _switches = new Lazy<List<Call>>(() => Switches(context).ToList(), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The text; <see langword="null"/> where no such call is seen, or several that may be meant.</summary>
    public Value? Of(Value session)
    {
        if (TypeOf(session) is not { } type)
            return null;

        var own = _switches.Value.Where(call => IsFor(call, type)).ToList();
        return (own.Count > 0 ? own : _switches.Value) is [var only] ? only["text"] : null;
    }

    private ITypeSymbol? TypeOf(Value session)
    {
        var type = _context.Values.Resolve(session).Operation.Type;
        return _context.Entities.RowTypeOfTable(type) is not null || type is null || _context.Apis.FindAll(type).Any(api => api.Role is ApiRole.Dialect) ? null : type;
    }

    private static IEnumerable<Call> Switches(PipelineContext context)
    {
        var rows = context.Apis.OfRole(ApiRole.Dialect).Where(api => api["text"] is not null).ToList();
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var named = rows.Where(api => context.Sketches.Of(tree).Words.Contains(WordHash.Of(api.SymbolName.Member))).Select(api => api.SymbolName.Member).ToList();
            if (named.Count == 0)
                continue;
            foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(syntax => syntax.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && named.Contains(name)))
            {
                if (context.ModelFor(tree).GetOperation(syntax) is IInvocationOperation call && Made(call, context) is { } made)
                    yield return made;
            }
        }
    }

    private static Call? Made(IInvocationOperation call, PipelineContext context)
    {
        var row = context.Apis.FindAll(call.TargetMethod).FirstOrDefault(api => api.Role == ApiRole.Dialect && api["text"] is not null);
        if (row is null || call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is not { } symbol)
            return null;
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;
        IOperation body = call;
        while (body.Parent is { } parent)
            body = parent;
        return symbol is IMethodSymbol method ? new Call(call, row, new Frame(method, body)) : null;
    }

    // services.AddDbContext<ShopContext>(options => options.UseNpgsql(text)), or OnConfiguring of the context itself
    private static bool IsFor(Call call, ITypeSymbol type)
    {
        for (var around = call.Operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation { TargetMethod.TypeArguments: { Length: > 0 } arguments } && arguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument, type)))
                return true;
        }

        return SymbolEqualityComparer.Default.Equals(call.Frame.Method.ContainingType, type);
    }
}
