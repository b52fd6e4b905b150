using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The columns of a table in memory, in the order in which the code adds them.</summary>
internal static class TableColumns
{
    /// <param name="use">A call on the table or on a part of it, or the table itself.</param>
    /// <param name="context">Knows the calls that add columns.</param>
    public static List<string> Of(Value use, PipelineContext context)
    {
        if (HolderOf(use, context) is not { } table)
            return [];

        for (var frame = use.Frame; frame is not null; frame = frame.Caller)
        {
            if (In(frame, table, context) is { Count: > 0 } names)
                return names;
        }

        return Makers(use, table, context).Select(maker => In(maker.Frame, maker.Table, context)).FirstOrDefault(names => names.Count > 0) ?? [];
    }

    // The bodies that make the table: the constructors of the type that keeps it, the method that returns it.
    private static IEnumerable<(Frame Frame, ISymbol Table)> Makers(Value use, ISymbol table, PipelineContext context)
    {
        foreach (var constructor in table is IFieldSymbol or IPropertySymbol ? table.ContainingType.InstanceConstructors : ImmutableArray<IMethodSymbol>.Empty)
        {
            if (context.Bodies.Of(constructor) is { } body)
                yield return (new Frame(constructor, body), table);
        }

        var made = context.Values.Resolve(use.At(RootOf(use.Operation)));
        foreach (var result in context.Callees.Of(made.Operation, made.Frame).SelectMany(Results.Of))
        {
            if (HolderOf(result, context) is { } holder)
                yield return (result.Frame, holder);
        }
    }

    private static List<string> In(Frame frame, ISymbol table, PipelineContext context)
    {
        var names = new List<string>();
        foreach (var call in frame.Body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            foreach (var api in context.Apis.FindAll(call.TargetMethod).Where(api => api.Role == ApiRole.ColumnMap))
            {
                if (new Call(call, api, frame)["source"]?.Operation.ConstantValue is { HasValue: true, Value: string name } && SymbolEqualityComparer.Default.Equals(HolderOf(new Value(call, frame), context), table))
                    names.Add(name);
            }
        }

        return names;
    }

    private static ISymbol? HolderOf(Value use, PipelineContext context) => context.Values.HolderOf(use.At(RootOf(use.Operation)));

    private static IOperation RootOf(IOperation operation)
    {
        while (operation is IInvocationOperation { Instance: { } owner and not IInstanceReferenceOperation })
            operation = owner;
        while (operation is IPropertyReferenceOperation { Instance: { } owner and not IInstanceReferenceOperation })
            operation = owner;
        return operation;
    }
}
