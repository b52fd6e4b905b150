using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a member of a row type is called in a file, a document or a message.</summary>
internal static class FieldNames
{
    /// <summary>A member by its attribute, its map or its own name; a position in brackets.</summary>
    public static string Of(FlowStep step, string? format, PipelineContext context) => step switch
    {
        { Kind: FlowStepKind.Index } => $"[{step.Name}]",
        { Kind: FlowStepKind.Element } => "[]",
        { Kind: FlowStepKind.Member, Member: { } member } => OfMember(member, format, context),
        _ => step.Name,
    };

    public static string OfMember(ISymbol member, string? format, PipelineContext context) =>
        Attributed(member, format, context) ?? Mapped(member, format, context) ?? member.Name;

    private static string? Attributed(ISymbol member, string? format, PipelineContext context)
    {
        foreach (var attribute in member.GetAttributes())
        {
            foreach (var api in context.Apis.FindAll(attribute.AttributeClass))
            {
                var first = attribute.ConstructorArguments.FirstOrDefault();
                if (api.Role == ApiRole.FieldName && IsOf(api, format) && (first.Kind == TypedConstantKind.Array ? first.Values.FirstOrDefault().Value : first.Kind == TypedConstantKind.Primitive ? first.Value : null) is string name)
                    return name;
                if (api.Role == ApiRole.IndexMap && IsOf(api, format) && first is { Kind: TypedConstantKind.Primitive, Value: int index })
                    return $"[{index}]";
            }
        }

        return null;
    }

    private static bool IsOf(ApiModel api, string? format) => api["format"] is null || api.Is("format", format ?? string.Empty);

    // Map(row => row.Amount).Name("amount") in a class of maps.
    private static string? Mapped(ISymbol member, string? format, PipelineContext context)
    {
        if (format != "csv")
            return null;
        foreach (var map in context.Code.Types.Below("ClassMap"))
        {
            var calls = map.Declaration.DescendantNodes().OfType<InvocationExpressionSyntax>();
            foreach (var call in calls)
            {
                if (context.ModelFor(call.SyntaxTree).GetOperation(call) is IInvocationOperation named && NameGiven(named, member, context) is { } name)
                    return name;
            }
        }

        return null;
    }

    private static string? NameGiven(IInvocationOperation call, ISymbol member, PipelineContext context)
    {
        foreach (var api in context.Apis.FindAll(call.TargetMethod))
        {
            if (api.Role is not (ApiRole.FieldName or ApiRole.IndexMap) || !IsMapOf(call.Instance, member))
                continue;
            var constants = call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).Select(part => part.ConstantValue.HasValue ? part.ConstantValue.Value : null);
            return api.Role == ApiRole.FieldName ? constants.OfType<string>().FirstOrDefault() : constants.OfType<int>().Select(index => $"[{index}]").FirstOrDefault();
        }

        return null;
    }

    private static bool IsMapOf(IOperation? map, ISymbol member) =>
        map is not null && map.DescendantsAndSelf().OfType<IMemberReferenceOperation>().Any(reference => reference.Instance is IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(reference.Member, member));
}
