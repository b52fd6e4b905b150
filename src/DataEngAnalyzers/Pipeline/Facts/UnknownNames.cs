using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A read or write of a table whose name nobody can tell from the code.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Dataset">The table, its name with a hole.</param>
/// <param name="Hole">The expression that names it.</param>
internal sealed record UnknownName(DataOperation Operation, Dataset Dataset, Value Hole);

/// <summary>Finds the tables of a stage whose names are only known at run time.</summary>
internal static class UnknownNames
{
    public static IEnumerable<UnknownName> NamesKnownAtRunTimeOnly(this Stage stage)
    {
        foreach (var operation in stage.Operations)
        {
            if (operation.Action is not (DataAction.Read or DataAction.Write or DataAction.Update or DataAction.Delete))
                continue;

            foreach (var dataset in TablesOf(operation))
            {
                if (!stage.IsTransient(dataset) && dataset.Holes.FirstOrDefault(hole => IsUnknown(hole, stage)) is { Operation: not null } unknown && !IsDeclared(unknown, operation))
                {
                    yield return new UnknownName(operation, dataset, unknown);
                    break;
                }
            }
        }
    }

    /// <summary>True when the caller of the stage's own code decides the name: a parameter, or what is made of one.</summary>
    public static bool IsHandedIn(this UnknownName name, Stage stage) =>
        stage.Context.Values.Resolve(name.Hole).Operation is IParameterReferenceOperation;

    private static IEnumerable<Dataset> TablesOf(DataOperation operation)
    {
        if (operation.Dataset is { Kind: DatasetKind.Table } own)
            yield return own;
        if (operation is not { Statement: { } statement, Text: { } text })
            yield break;
        foreach (var source in statement.Sources)
            yield return SqlReading.DatasetOf(source, text);
    }

    private static bool IsUnknown(Value hole, Stage stage) =>
        stage.Context.Values.Resolve(hole).Operation is { Type: { TypeKind: not TypeKind.Error } } made && !IsPartition(made) && !stage.Context.ClosedValues.IsClosed(hole);

    // orders_{date:yyyyMM}, orders_{month}: the parts of one table.
    private static bool IsPartition(IOperation made) =>
        IsOrdered(made.Type) || made is IInvocationOperation { TargetMethod.Name: nameof(ToString), Instance.Type: var type } && IsOrdered(type);

    private static bool IsOrdered(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_DateTime }
        || type is { Name: "DateOnly" or nameof(DateTimeOffset), ContainingNamespace.Name: nameof(System) };

    private static bool IsDeclared(Value hole, DataOperation operation) =>
        Attributes.HasAround(operation.Member, Attributes.Dataset)
        || SymbolsIn(hole).Any(symbol => Attributes.Has(symbol, Attributes.Dataset));

    private static IEnumerable<ISymbol> SymbolsIn(Value hole) => hole.Operation.DescendantsAndSelf().Select(part => (ISymbol?)(part switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IMemberReferenceOperation { Member: var member } => member,
        IInvocationOperation { TargetMethod: var method } => method,
        _ => null,
    })).OfType<ISymbol>();
}
