using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The values of a row that are written one after the other.</summary>
internal static class NextFields
{
    /// <summary>Position by position, the values that can stand there; <see langword="null"/> when the order depends on the data.</summary>
    public static List<IReadOnlyList<IOperation>>? After(Call begin, PipelineContext context)
    {
        var statement = begin.Operation;
        while (statement.Parent is not (null or IBlockOperation))
            statement = statement.Parent;
        if (statement.Parent is not IBlockOperation block)
            return null;

        var fields = new List<IReadOnlyList<IOperation>>();
        foreach (var next in block.Operations.SkipWhile(candidate => candidate != statement).Skip(1))
        {
            if (Uses(next, begin.Api, context))
                break;
            if (Of(next, context) is not { } written)
                return null;
            fields.AddRange(written);
        }

        return fields;
    }

    private static bool Uses(IOperation statement, ApiModel api, PipelineContext context) =>
        statement.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => context.Apis.FindAll(call.TargetMethod).Any(known => known.Id == api.Id));

    private static List<IReadOnlyList<IOperation>>? Of(IOperation? statement, PipelineContext context)
    {
        switch (statement)
        {
            case null:
                return [];
            case IBlockOperation block:
                var all = new List<IReadOnlyList<IOperation>>();
                foreach (var inner in block.Operations)
                {
                    if (Of(inner, context) is not { } written)
                        return null;
                    all.AddRange(written);
                }

                return all;
            case IConditionalOperation fork:
                return Of(fork.WhenTrue, context) is { } one && Of(fork.WhenFalse, context) is { } other && one.Count == other.Count
                    ? one.Zip(other, (left, right) => (IReadOnlyList<IOperation>)left.Concat(right).ToList()).ToList()
                    : null;
            case ILoopOperation or ISwitchOperation or ITryOperation:
                return Puts(statement, context).Any() ? null : [];
            default:
                return Puts(statement, context).ToList();
        }
    }

    private static IEnumerable<IReadOnlyList<IOperation>> Puts(IOperation part, PipelineContext context) =>
        from call in part.DescendantsAndSelf().OfType<IInvocationOperation>()
        from api in context.Apis.FindAll(call.TargetMethod)
        where api.Role == ApiRole.NextField
        select call.Arguments.Where(argument => argument.Parameter?.Name == api["value"]).Select(argument => argument.Value).ToList();
}
