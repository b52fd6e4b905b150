namespace DataEngAnalyzers.Sql;

/// <summary>What an operand of a comparison or an assigned value is made of; a list or a range is of the kind all its members have.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="ParameterAt">The token of its only parameter.</param>
internal readonly record struct SqlOperand(SqlOperandKind Kind, int ParameterAt)
{
    public const int NoParameter = -1;
}

internal static class SqlOperands
{
    // What is longer is an expression anyway; the bound keeps nested operands linear.
    private const int LongestLookedAt = 64;

    public static SqlOperand Classify(SqlTokens tokens, int from, int to)
    {
        StripParens(tokens, ref from, ref to);
        var parameter = SqlOperand.NoParameter;
        int parameters = 0, literals = 0, signs = 0, others = 0;
        bool hasHole = false, hasClock = false;

        for (var i = from; i < to && i - from < LongestLookedAt; i++)
        {
            switch (tokens[i].Kind)
            {
                case SqlTokenKind.Parameter:
                    parameters++;
                    parameter = i;
                    break;
                case SqlTokenKind.Hole:
                    hasHole = true;
                    break;
                case SqlTokenKind.String or SqlTokenKind.Number:
                    hasHole |= tokens.HasHole(i);
                    literals++;
                    break;
                case SqlTokenKind.Word when IsLiteralWord(tokens, i):
                    literals++;
                    break;
                case SqlTokenKind.Word when SqlClocks.IsClock(tokens, i, out var next):
                    hasClock = true;
                    i = next - 1;
                    break;
                case SqlTokenKind.Operator when tokens.IsOperator(i, "::"):
                    i = EndOfType(tokens, i + 1) - 1;
                    break;
                case SqlTokenKind.Operator when tokens.IsOperator(i, "-") || tokens.IsOperator(i, "+"):
                    signs++;
                    break;
                case SqlTokenKind.Comma:
                case SqlTokenKind.Word when tokens[i].Keyword is SqlKeyword.And:
                    break;
                default:
                    hasHole |= tokens.HasHole(i);
                    others++;
                    break;
            }
        }

        var kind = hasClock ? SqlOperandKind.Clock
            : hasHole ? SqlOperandKind.Hole
            : parameters > 0 && literals + signs + others == 0 ? SqlOperandKind.Parameter
            : literals > 0 && parameters + others == 0 ? SqlOperandKind.Literal
            : IsName(tokens, from, to) ? SqlOperandKind.Column
            : SqlOperandKind.Expression;
        return new SqlOperand(kind, parameters == 1 ? parameter : SqlOperand.NoParameter);
    }

    public static bool IsName(SqlTokens tokens, int from, int to) => from < to && SqlNames.EndOf(tokens, from, to) == to;

    private static void StripParens(SqlTokens tokens, ref int from, ref int to)
    {
        while (to - from > 2 && tokens.Is(from, SqlTokenKind.OpenParen) && tokens.Partner(from) == to - 1)
        {
            from++;
            to--;
        }
    }

    // DATE '2024-01-01', NULL, TRUE, and the charset of _utf8'x'.
    private static bool IsLiteralWord(SqlTokens tokens, int at) =>
        tokens[at].Keyword is SqlKeyword.Null or SqlKeyword.True or SqlKeyword.False || tokens.Is(at + 1, SqlTokenKind.String);

    private static int EndOfType(SqlTokens tokens, int at)
    {
        at++;
        return tokens.Is(at, SqlTokenKind.OpenParen) ? tokens.Partner(at) + 1 : at;
    }
}
