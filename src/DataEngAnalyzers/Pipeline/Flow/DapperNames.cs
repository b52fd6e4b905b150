using System;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How a micro-ORM matches the names of columns and parameters with members.</summary>
internal static class DapperNames
{
    /// <summary>The property or field that a name means: without regard to case, properties first.</summary>
    public static ISymbol? Member(ITypeSymbol? row, string name)
    {
        for (var type = row; type is not null; type = type.BaseType)
        {
            var members = type.GetMembers().Where(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } && string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));
            if (members.OrderBy(member => member is IPropertySymbol ? 0 : 1).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>True for a bag that parameters are put into one by one.</summary>
    public static bool IsBag(ITypeSymbol? type, PipelineContext context) =>
        type is not null && type.GetMembers("Add").Any(member => context.Apis.FindAll(member).Any(api => api.Role == ApiRole.Collect && api["key"] is not null));

    /// <summary>True when the code switches on that <c>unit_price</c> fills <c>UnitPrice</c>.</summary>
    public static bool MatchUnderscores(PipelineContext context)
    {
        foreach (var setting in context.Apis.OfRole(ApiRole.Underscores))
        {
            foreach (var tree in context.Compilation.SyntaxTrees)
            {
                if (context.Sketches.Of(tree).Words.Contains(WordHash.Of(setting.SymbolName.Member))
                    && tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left.ToString().EndsWith("." + setting.SymbolName.Member, StringComparison.Ordinal) && assignment.Right is LiteralExpressionSyntax { Token.ValueText: "true" }))
                    return true;
            }
        }

        return false;
    }
}
