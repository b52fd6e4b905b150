using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Tables that may be filled again by a call of which nobody here knows what it does.</summary>
internal static class UnseenRefills
{
    /// <summary>True when a later call that no model knows works on the same handle and gets the name of the emptied table, or rows of its type.</summary>
    public static bool MayBeRefilled(this Stage stage, DataOperation emptied)
    {
        if (emptied.Dataset is not { } table || emptied.Call.Receiver is not { } receiver || stage.Context.Values.HolderOf(OwnerOf(receiver)) is not { } handle)
            return false;

        var row = RowTypes.ElementOf(receiver.Operation.Type);
        return emptied.Call.Frame.MentionsOf(handle)
            .Where(mention => mention.Syntax.SpanStart > emptied.Call.Operation.Syntax.Span.End)
            .SelectMany(CallsAround)
            .Any(call => !stage.Context.Apis.FindAll(Values.SymbolOf(call)).Any() && call.Descendants().Any(part => Names(part, table) || IsRowsOf(part.Type, row)));
    }

    // context.Sales: the context.
    private static Value OwnerOf(Value receiver)
    {
        while (InnerOf(receiver.Operation) is { } inner)
            receiver = receiver.At(inner);
        return receiver;
    }

    private static IOperation? InnerOf(IOperation part) => part switch
    {
        IConversionOperation { Operand: var operand } => operand,
        IPropertyReferenceOperation { Instance: { } owner and not IInstanceReferenceOperation } => owner,
        IInvocationOperation { Instance: { } owner and not IInstanceReferenceOperation } => owner,
        _ => null,
    };

    // An extension of a package that is not restored is an invalid operation.
    private static IEnumerable<IOperation> CallsAround(IOperation mention)
    {
        for (var around = mention.Parent; around is not (null or IBlockOperation); around = around.Parent)
        {
            if (around is IInvocationOperation or IInvalidOperation)
                yield return around;
        }
    }

    private static bool Names(IOperation part, Dataset table) =>
        part.ConstantValue is { HasValue: true, Value: string { Length: > 0 } name } && table.Matches(new Dataset(DatasetKind.Table, name));

    private static bool IsRowsOf(ITypeSymbol? type, ITypeSymbol? row) => row is not null && SymbolEqualityComparer.Default.Equals(RowTypes.ElementOf(type), row);
}
