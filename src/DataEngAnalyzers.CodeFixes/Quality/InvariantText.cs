using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Writes the expression that turns a value into the same text on every machine.</summary>
internal static class InvariantText
{
    /// <summary>The culture, as code.</summary>
    public const string Culture = "CultureInfo.InvariantCulture";

    /// <summary>A call of <c>ToString</c> on the value; <see langword="null"/> where its type takes no culture.</summary>
    public static string? Of(ExpressionSyntax value, string? pattern, FixScene scene)
    {
        if (scene.Model.GetTypeInfo(value, scene.Cancellation).Type is not { } type || Cultures.KindOf(type) is not { } kind)
            return null;

        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var form = pattern is not null ? SymbolDisplay.FormatLiteral(pattern, quote: true)
            : kind == ValueKind.Date ? IsoPattern(isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type)
            : null;
        var receiver = value is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax ? value.ToString() : $"({value})";
        return receiver + (isNullable ? "?" : string.Empty) + ".ToString(" + (form is null ? string.Empty : form + ", ") + Culture + ")";
    }

    /// <summary>True for a date that is written without a pattern.</summary>
    public static bool IsPlainDate(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true }, Instance.Type: { } type } && Cultures.KindOf(type) == ValueKind.Date;

    /// <summary>The pattern of ISO 8601 that a type knows, as code.</summary>
    public static string IsoPattern(ITypeSymbol type) => type.SpecialType == SpecialType.System_DateTime ? "\"s\"" : "\"O\"";
}
