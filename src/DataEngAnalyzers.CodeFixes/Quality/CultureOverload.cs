using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Finds the overload of a conversion that takes a culture and says what to add to the arguments.</summary>
internal static class CultureOverload
{
    /// <summary>The additions that call the overload with the fewest further parameters; none when there is no such overload.</summary>
    public static List<TextChange> Changes(ArgumentListSyntax arguments, IMethodSymbol called) => called.ContainingType.GetMembers(called.Name)
        .OfType<IMethodSymbol>()
        .Where(other => other.IsStatic == called.IsStatic && other.DeclaredAccessibility == Accessibility.Public && other.Parameters.Count(TakesCulture) == 1)
        .OrderBy(other => other.Parameters.Length)
        .Select(other => Additions(arguments, called, other))
        .FirstOrDefault(changes => changes is not null) ?? [];

    /// <summary>True for a parameter that takes a culture or another format provider.</summary>
    public static bool TakesCulture(IParameterSymbol parameter) => parameter.Type.Name is "IFormatProvider" or "CultureInfo";

    // Walks both parameter lists; what only the other one has is added where it stands there.
    private static List<TextChange>? Additions(ArgumentListSyntax arguments, IMethodSymbol called, IMethodSymbol other)
    {
        var changes = new List<TextChange>();
        var pending = new List<string>();
        var own = 0;
        foreach (var parameter in other.Parameters)
        {
            if (own < called.Parameters.Length && IsSame(called.Parameters[own], parameter))
            {
                if (pending.Count > 0)
                    changes.Add(new TextChange(new TextSpan(arguments.Arguments[own].SpanStart, 0), string.Join(", ", pending) + ", "));
                pending.Clear();
                own++;
            }
            else if (ValueFor(parameter, called.ContainingType) is { } value)
            {
                pending.Add(value);
            }
            else
            {
                return null;
            }
        }

        if (own < called.Parameters.Length || arguments.Arguments.Count != called.Parameters.Length)
            return null;
        if (pending.Count > 0)
            changes.Add(new TextChange(new TextSpan(arguments.CloseParenToken.SpanStart, 0), (own > 0 ? ", " : string.Empty) + string.Join(", ", pending)));
        return changes;
    }

    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        one.RefKind == other.RefKind && SymbolEqualityComparer.Default.Equals(one.Type, other.Type);

    // What the shorter overload means by leaving the styles out.
    private static string? ValueFor(IParameterSymbol parameter, INamedTypeSymbol type) => parameter.Type.Name switch
    {
        "IFormatProvider" => InvariantText.Culture,
        "DateTimeStyles" => "DateTimeStyles.None",
        "NumberStyles" when type.SpecialType == SpecialType.System_Decimal => "NumberStyles.Number",
        "NumberStyles" => "NumberStyles.Float | NumberStyles.AllowThousands",
        _ => null,
    };
}
