using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A conversion that says whether it worked, to nobody: what cannot be read is stored as the type's default.</summary>
/// <param name="Parse">The conversion.</param>
/// <param name="Source">Where the text comes from; <see langword="null"/> where it is a field of a row.</param>
/// <param name="Write">Where the value lands; <see langword="null"/> where that is out of sight.</param>
internal sealed record IgnoredParse(DataOperation Parse, Call? Source, DataOperation? Write)
{
    /// <summary>The dataset that gets the value, else the one the text comes from.</summary>
    public Dataset? Dataset { get; init; }
}

/// <summary>Finds conversions of data whose failure is dropped while their value is stored.</summary>
internal static class IgnoredParses
{
    // A method that says so gives a default on purpose.
    private static readonly HashSet<string> DefaultWords = new(StringComparer.Ordinal) { "default", "zero", "safe", "try", "null", "fallback", "lenient", "or" };

    private const int MostCopies = 3;

    public static IEnumerable<IgnoredParse> ParsesIgnored(this Stage stage)
    {
        foreach (var parse in stage.Of(DataAction.Convert))
        {
            if (parse.Api.Role != ApiRole.Parse || parse.Call["subject"] is not { } subject || !IsIgnored(parse.Call.Operation) || !IsStored(parse))
                continue;

            var source = stage.Context.Values.Influence(subject, RowSources.IsSource);
            var isField = RowConverters.IsNamedSo(parse.Member.ContainingType.Name) && RowConverters.IsField(subject.Operation);
            if (!(source is not null && stage.Moves(parse)) && !isField)
                continue;

            var write = stage.Writes.FirstOrDefault(candidate => stage.Moves(candidate) && candidate.Call["rows"] is { } rows && stage.Context.Values.Reaches(rows, part => part == parse.Call.Operation));
            yield return new IgnoredParse(parse, source, write)
            {
                Dataset = write?.Dataset ?? (source is { } read ? stage.Operations.FirstOrDefault(operation => operation.Call.Operation == read.Operation)?.Dataset : null),
            };
        }
    }

    private static bool IsIgnored(IOperation call) =>
        call is IInvocationOperation { TargetMethod.ReturnType.SpecialType: SpecialType.System_Boolean, Parent: IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } };

    private static bool IsStored(DataOperation parse)
    {
        var filled = ((IInvocationOperation)parse.Call.Operation).Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind == RefKind.Out)?.Value;
        if (filled is IDeclarationExpressionOperation { Expression: var declared })
            filled = declared;
        return filled switch
        {
            IFieldReferenceOperation or IArrayElementReferenceOperation => true,
            ILocalReferenceOperation { Local: var local } => Uses(parse, local, MostCopies) is { Count: > 0 } uses && !uses.Any(IsAsked) && uses.Any(use => IsKept(use, parse.Member)),
            _ => false,
        };
    }

    // Where the value is used, under the names of further locals that are made of it, too.
    private static List<IOperation> Uses(DataOperation parse, ILocalSymbol local, int copies)
    {
        var uses = parse.Call.Frame.OwnerOf(local).MentionsOf(local).Where(use => use is ILocalReferenceOperation && !parse.Call.Operation.Syntax.Span.Contains(use.Syntax.Span)).ToList();
        var more = copies == 0 ? [] : uses.Select(Whole).Select(Values.KeeperOf).OfType<ILocalSymbol>().Where(copy => !SymbolEqualityComparer.Default.Equals(copy, local)).SelectMany(copy => Uses(parse, copy, copies - 1));
        return uses.Concat(more).ToList();
    }

    private static IOperation Whole(IOperation use)
    {
        while (use.Parent is IConversionOperation or IBinaryOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalOperation)
            use = use.Parent;
        return use;
    }

    // if (quantity == 0) may be the check.
    private static bool IsAsked(IOperation use)
    {
        for (var part = use; part.Parent is { } parent; part = parent)
        {
            if (parent is IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } or IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation
                || parent is IConditionalOperation choice && choice.Condition == part)
                return true;
            if (parent is IBlockOperation or IExpressionStatementOperation)
                return false;
        }

        return false;
    }

    // It becomes part of something that lives on: a member, an element, an argument, the result of a method.
    private static bool IsKept(IOperation use, IMethodSymbol member) => Whole(use).Parent switch
    {
        ISimpleAssignmentOperation { Target: not (ILocalReferenceOperation or IDiscardOperation) } => true,
        IArgumentOperation { Parent: IObjectCreationOperation { Type: var made } } => RowTypes.IsRow(made),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var taker } } => taker.StartsWith("Add", StringComparison.Ordinal),
        ITupleOperation => true,
        IReturnOperation => !NameWords.Any(member.Name, DefaultWords),
        _ => false,
    };
}
