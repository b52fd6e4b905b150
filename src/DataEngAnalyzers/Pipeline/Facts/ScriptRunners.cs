using System.Linq;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What runs migrations, and whether it wraps them in a transaction.</summary>
internal static class ScriptRunners
{
    /// <summary>True when a script runs in a transaction, false when not; <see langword="null"/> when nothing in the compilation runs scripts.</summary>
    public static bool? Transactions(SqlFile file, PipelineContext context)
    {
        var rows = context.Apis.OfRole(ApiRole.ScriptRunner).ToList();
        if (rows.Count == 0)
            return null;
        if (rows.Any(row => row["off"] is { } mark && file.Script.Source.Text.Contains(mark)))
            return false;
        return rows.Any(row => row.Is("transaction", "yes") && IsNamed(row.SymbolName.NameInSource, context));
    }

    /// <summary>True for a step of a migration in C# that its library runs in a transaction; <see langword="null"/> when a switch decides that nobody can read.</summary>
    public static bool? IsInTransaction(DataOperation operation, PipelineContext context)
    {
        if (operation.Call["suppress"] is { } suppress)
            return suppress.Operation.ConstantValue is { HasValue: true, Value: bool isSuppressed } ? !isSuppressed : null;
        return !operation.Member.ContainingType.GetAttributes().Any(attribute => IsWithoutTransaction(attribute, context));
    }

    private static bool IsWithoutTransaction(AttributeData attribute, PipelineContext context) => attribute.AttributeClass is { } type
        && context.Apis.FindAll(type).Any(api => api.Role == ApiRole.Version && api["without"] is { } none
            && attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value)).Any(argument => IsMember(argument, none)));

    private static bool IsMember(TypedConstant value, string member) => value.Kind == TypedConstantKind.Enum
        && value.Type!.GetMembers(member).OfType<IFieldSymbol>().Any(field => Equals(field.ConstantValue, value.Value));

    private static bool IsNamed(string name, PipelineContext context) =>
        context.Compilation.SyntaxTrees.Any(tree => context.Sketches.Of(tree).Words.Contains(WordHash.Of(name)));
}
