using System;

namespace DataEngAnalyzers.Sql;

/// <summary>A comparison with its column on the left.</summary>
internal readonly record struct SqlComparison(SqlName Column, bool IsColumnWrapped, string Operator, SqlOperand Operand, SqlName? OperandColumn, int OperandFrom, int OperandTo, SqlSpan Span);

/// <summary>Reads the comparison around a comparison operator.</summary>
internal static class SqlComparisons
{
    public static bool TryRead(SqlTokens tokens, int at, int floor, int end, out SqlComparison comparison)
    {
        comparison = default;
        var symbol = OperatorAt(tokens, at);
        if (symbol is null)
            return false;

        var isNegated = tokens.Is(at - 1, SqlKeyword.Not);
        var leftTo = isNegated ? at - 1 : at;
        var leftFrom = StartOfLeft(tokens, leftTo - 1, floor);
        var rightFrom = at + 1;
        if (symbol is "is")
        {
            isNegated = tokens.Is(rightFrom, SqlKeyword.Not);
            rightFrom += isNegated ? 1 : 0;
            if (!tokens.Is(rightFrom, SqlKeyword.Null))
                return false;
            symbol = "is null";
        }

        var rightTo = EndOfRight(tokens, rightFrom, end, isBetween: symbol is "between");
        if (leftFrom >= leftTo || rightFrom >= rightTo || !BeginsOperand(tokens, leftFrom - 1, floor))
            return false;

        if (isNegated)
            symbol = symbol is "is null" ? "is not null" : "not " + symbol;

        if (ColumnOf(tokens, leftFrom, leftTo, out var isWrapped) is { } column)
        {
            var operand = SqlOperands.Classify(tokens, rightFrom, rightTo);
            var other = operand.Kind is SqlOperandKind.Column ? SqlNames.ReadAt(tokens, rightFrom, rightTo) : null;
            comparison = new SqlComparison(column, isWrapped, symbol, operand, other, rightFrom, rightTo, tokens.Span(leftFrom, rightTo));
            return true;
        }

        if (Mirror(symbol) is { } mirrored && ColumnOf(tokens, rightFrom, rightTo, out isWrapped) is { } right)
        {
            var operand = SqlOperands.Classify(tokens, leftFrom, leftTo);
            comparison = new SqlComparison(right, isWrapped, mirrored, operand, null, leftFrom, leftTo, tokens.Span(leftFrom, rightTo));
            return true;
        }

        return false;
    }

    private static string? OperatorAt(SqlTokens tokens, int at) => tokens[at].Keyword switch
    {
        SqlKeyword.Like or SqlKeyword.Ilike => "like",
        SqlKeyword.Between => "between",
        SqlKeyword.In => "in",
        SqlKeyword.Is => "is",
        _ when tokens.Is(at, SqlTokenKind.Operator) => ComparisonAt(tokens, at),
        _ => null,
    };

    private static string? ComparisonAt(SqlTokens tokens, int at)
    {
        var text = tokens.Source.Text;
        ref readonly var token = ref tokens[at];
        var first = text[token.Start];
        if (token.Length == 1)
            return first switch { '=' => "=", '<' => "<", '>' => ">", _ => null };

        return (first, text[token.Start + 1]) switch
        {
            ('=', '=') => "=",
            ('<', '=') => token.Length == 3 ? "=" : "<=",
            ('>', '=') => ">=",
            ('<', '>') or ('!', '=') => "<>",
            _ => null,
        };
    }

    private static string? Mirror(string symbol) => symbol switch
    {
        "=" or "<>" => symbol,
        "<" => ">",
        ">" => "<",
        "<=" => ">=",
        ">=" => "<=",
        _ => null,
    };

    // A name, a value, a call f(…), or either with a ::cast.
    private static int StartOfLeft(SqlTokens tokens, int last, int floor)
    {
        if (last - 2 >= floor && tokens.IsOperator(last - 1, "::"))
            last -= 2;
        if (last < floor)
            return last + 1;

        if (tokens.Is(last, SqlTokenKind.CloseParen))
        {
            var open = tokens.Partner(last);
            return open > floor && tokens.Is(open - 1, SqlTokenKind.Word) && !SqlKeywords.IsReserved(tokens[open - 1].Keyword)
                ? SqlNames.StartOf(tokens, open - 1, floor)
                : Math.Max(open, floor);
        }

        return tokens[last].Kind is SqlTokenKind.Parameter or SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Hole && !tokens.Is(last - 1, SqlTokenKind.Dot)
            ? last
            : SqlNames.StartOf(tokens, last, floor);
    }

    // What precedes must not bind the operand into a longer expression.
    private static bool BeginsOperand(SqlTokens tokens, int before, int floor) =>
        before < floor || tokens[before].Kind switch
        {
            SqlTokenKind.OpenParen or SqlTokenKind.Comma => true,
            SqlTokenKind.Word => tokens[before].Keyword is SqlKeyword.And or SqlKeyword.Or or SqlKeyword.Not or SqlKeyword.Where or SqlKeyword.On
                or SqlKeyword.Having or SqlKeyword.Qualify or SqlKeyword.When or SqlKeyword.Then or SqlKeyword.Else or SqlKeyword.If or SqlKeyword.While,
            SqlTokenKind.Hole => true,
            _ => false,
        };

    private static int EndOfRight(SqlTokens tokens, int from, int end, bool isBetween)
    {
        var at = from;
        for (; at < end; at = tokens.Next(at))
        {
            var token = tokens[at];
            if (token.Kind is SqlTokenKind.Comma or SqlTokenKind.CloseParen or SqlTokenKind.Semicolon or SqlTokenKind.BatchEnd)
                break;
            if (token.Kind is SqlTokenKind.Hole && at > from && !tokens.Is(at - 1, SqlTokenKind.Operator))
                break;
            if (at == from && !SqlKeywords.IsReserved(token.Keyword))
                continue;
            if (isBetween && token.Keyword is SqlKeyword.And)
                isBetween = false;
            else if (EndsOperand(token.Keyword) || (at > from && OperatorAt(tokens, at) is not null))
                break;
        }

        return Math.Min(at, end);
    }

    private static bool EndsOperand(SqlKeyword keyword) =>
        SqlKeywords.CannotFollowAsAlias(keyword)
        && keyword is not (SqlKeyword.Null or SqlKeyword.Case or SqlKeyword.Select or SqlKeyword.Default or SqlKeyword.All or SqlKeyword.Left or SqlKeyword.Right
            or SqlKeyword.Values or SqlKeyword.Not or SqlKeyword.Distinct or SqlKeyword.Exists);

    // A bare column, one with a cast, or the only column inside one function.
    private static SqlName? ColumnOf(SqlTokens tokens, int from, int to, out bool isWrapped)
    {
        isWrapped = true;
        if (tokens.IsOperator(to - 2, "::"))
            return SqlOperands.IsName(tokens, from, to - 2) && !IsValue(tokens, from) ? SqlNames.ReadAt(tokens, from, to) : null;

        if (tokens.Is(to - 1, SqlTokenKind.CloseParen))
            return OnlyColumnInCall(tokens, from, to);

        isWrapped = false;
        return SqlOperands.IsName(tokens, from, to) && !IsValue(tokens, from) ? SqlNames.ReadAt(tokens, from, to) : null;
    }

    private static bool IsValue(SqlTokens tokens, int at) =>
        tokens[at].Kind is SqlTokenKind.Hole or SqlTokenKind.Parameter
        || tokens[at].Keyword is SqlKeyword.True or SqlKeyword.False
        || SqlClocks.IsClock(tokens, at, out _);

    private static SqlName? OnlyColumnInCall(SqlTokens tokens, int from, int to)
    {
        var open = tokens.Partner(to - 1);
        if (open <= from || !SqlOperands.IsName(tokens, from, open) || SqlClocks.IsClock(tokens, from, out _))
            return null;

        var at = open + 1;
        var column = SqlNames.Read(tokens, ref at, to - 1);
        var isCast = tokens[from].Keyword is SqlKeyword.Cast && tokens.Is(at, SqlKeyword.As);
        return column is not null && !IsValue(tokens, open + 1) && (at == to - 1 || isCast) ? column : null;
    }
}
