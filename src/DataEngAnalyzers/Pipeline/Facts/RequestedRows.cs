using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What shows that a request carries rows of a pipeline and not what one user sent.</summary>
internal static class RequestedRows
{
    private const int MostCallers = 3;

    /// <summary>A clause for evidence; <see langword="null"/> where nothing shows it.</summary>
    public static string? Why(Call send, PipelineContext context)
    {
        var host = HostOf(send.Frame, context);
        if (host is HostKind.Request or HostKind.Screen or HostKind.Test)
            return null;
        if (send["rows"] is { } rows && RowTypes.IsRow(RowTypes.ElementOf(context.Values.Resolve(rows).Operation.Type)))
            return "it sends rows in bulk";
        return Why(send.Operation, send.Frame, host, context, depth: 0);
    }

    private static string? Why(IOperation call, Frame frame, HostKind host, PipelineContext context, int depth)
    {
        if (host is HostKind.Scheduled or HostKind.Message)
            return host == HostKind.Scheduled ? "it runs on a schedule" : "it handles messages";
        if (IsPerRow(call, frame, context))
            return "it sends one row after the other";
        return depth < MostCallers ? CallersOf(frame.Method, context).Select(caller => Of(caller, context, depth)).FirstOrDefault(why => why is not null) : null;
    }

    private static string? Of(IInvocationOperation caller, PipelineContext context, int depth)
    {
        var body = (IOperation)caller;
        while (body.Parent is { } parent)
            body = parent;
        if (caller.SemanticModel?.GetEnclosingSymbol(caller.Syntax.SpanStart) is not IMethodSymbol method)
            return null;
        while (method.ContainingSymbol is IMethodSymbol outer)
            method = outer;

        var frame = new Frame(method, body);
        var host = HostOf(frame, context);
        return host is HostKind.Request or HostKind.Screen or HostKind.Test ? null : Why(caller, frame, host, context, depth + 1);
    }

    private static bool IsPerRow(IOperation call, Frame frame, PipelineContext context)
    {
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            if (around is IForEachLoopOperation loop && context.Loops.Of(loop, frame, null).Over is LoopOver.Rows or LoopOver.Batches)
                return true;
        }

        return false;
    }

    private static HostKind HostOf(Frame frame, PipelineContext context) => context.Scopes.Judge(frame, []).Host;

    private static IEnumerable<IInvocationOperation> CallersOf(IMethodSymbol method, PipelineContext context)
    {
        var hash = Knowledge.WordHash.Of(method.Name);
        foreach (var tree in context.Compilation.SyntaxTrees.Where(tree => context.Sketches.Of(tree).Words.Contains(hash)))
        {
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == method.Name))
            {
                if (name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } syntax && context.ModelFor(tree).GetOperation(syntax) is IInvocationOperation call && IsCallOf(call.TargetMethod, method))
                    yield return call;
            }
        }
    }

    private static bool IsCallOf(IMethodSymbol called, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.OriginalDefinition)
        || called.ContainingType.TypeKind == TypeKind.Interface && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(called), method);
}
