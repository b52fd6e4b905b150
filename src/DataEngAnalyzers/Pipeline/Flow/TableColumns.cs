using System.Collections.Generic;
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
        var names = new List<string>();
        if (HolderOf(use, context) is not { } table)
            return names;

        foreach (var call in use.Frame.Body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            foreach (var api in context.Apis.FindAll(call.TargetMethod).Where(api => api.Role == ApiRole.ColumnMap))
            {
                if (new Call(call, api, use.Frame)["source"]?.Operation.ConstantValue is { HasValue: true, Value: string name } && SymbolEqualityComparer.Default.Equals(HolderOf(use.At(call), context), table))
                    names.Add(name);
            }
        }

        return names;
    }

    private static ISymbol? HolderOf(Value use, PipelineContext context)
    {
        var operation = use.Operation;
        while (operation is IInvocationOperation { Instance: { } owner })
            operation = owner;
        while (operation is IPropertyReferenceOperation { Instance: { } owner })
            operation = owner;
        return context.Values.HolderOf(use.At(operation));
    }
}
