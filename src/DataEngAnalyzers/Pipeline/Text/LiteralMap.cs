using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where each character of a literal's value stands in the source, through escapes and raw-string indentation.</summary>
internal static class LiteralMap
{
    /// <param name="token">A string literal or the text part of an interpolated string.</param>
    /// <returns>
    /// For every character of the value its position in the file, and one more entry for the end; <see langword="null"/> when
    /// value and text cannot be aligned (a malformed literal).
    /// </returns>
    public static int[]? Of(SyntaxToken token)
    {
        var value = ValueOf(token);
        var text = token.Text;
        var at = Opening(token);
        var map = new int[value.Length + 1];
        var escapes = Escapes(token);
        for (var i = 0; i < value.Length; i++)
        {
            at = SkipIndentation(token, text, at, value[i]);
            if (at >= text.Length)
                return null;

            map[i] = token.SpanStart + at;
            var width = escapes switch
            {
                Escape.Backslash when text[at] == '\\' => BackslashWidth(text, at),
                Escape.DoubledQuote when text[at] == '"' => 2,
                _ => 1,
            };
            if (width == 1 && IsInterpolationText(token) && text[at] is '{' or '}' && escapes != Escape.None)
                width = at + 1 < text.Length && text[at + 1] == text[at] ? 2 : 1;
            else if (width == 1 && text[at] != value[i])
                return null;

            // A code point above U+FFFF is one escape and two characters.
            if (width == 10 && char.IsHighSurrogate(value[i]) && i + 1 < value.Length)
                map[++i] = token.SpanStart + at;
            at += width;
        }

        map[value.Length] = token.SpanStart + SkipIndentation(token, text, at, next: default);
        return map;
    }

    /// <summary>The characters that a literal, or the text part of an interpolated string, stands for.</summary>
    public static string ValueOf(SyntaxToken token) => IsInterpolationText(token) && Escapes(token) != Escape.None
        ? token.ValueText.Replace("{{", "{").Replace("}}", "}")
        : token.ValueText;

    private static int Opening(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => token.Text.StartsWith("@", StringComparison.Ordinal) ? 2 : 1,
        SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken => Quotes(token.Text),
        SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => token.Text.IndexOf('\n') + 1,
        _ => 0,
    };

    private static int Quotes(string text)
    {
        var count = 0;
        while (count < text.Length && text[count] == '"')
            count++;
        return count;
    }

    private static Escape Escapes(SyntaxToken token)
    {
        if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken)
            return token.Text.StartsWith("@", StringComparison.Ordinal) ? Escape.DoubledQuote : Escape.Backslash;
        if (!IsInterpolationText(token))
            return Escape.None;

        var start = token.Parent?.Parent?.GetFirstToken() ?? default;
        return start.Kind() switch
        {
            SyntaxKind.InterpolatedStringStartToken => Escape.Backslash,
            SyntaxKind.InterpolatedVerbatimStringStartToken => Escape.DoubledQuote,
            _ => Escape.None,
        };
    }

    private static bool IsInterpolationText(SyntaxToken token) => token.IsKind(SyntaxKind.InterpolatedStringTextToken);

    // The compiler takes the indentation of the closing quotes off every line of a raw literal.
    private static int SkipIndentation(SyntaxToken token, string text, int at, char next)
    {
        var isRaw = token.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            || (IsInterpolationText(token) && (token.Parent?.Parent?.GetFirstToken() ?? default).IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken));
        if (!isRaw)
            return at;

        var startsLine = at == 0 ? StartsLine(token) : at <= text.Length && text[at - 1] == '\n';
        if (!startsLine || next is '\r' or '\n')
        {
            // A blank line may carry less than the indentation; its whitespace is not in the value.
            while (startsLine && at < text.Length && text[at] is ' ' or '\t')
                at++;
            return at;
        }

        return at + Indentation(token);
    }

    private static bool StartsLine(SyntaxToken token) =>
        token.SpanStart > 0 && token.SyntaxTree?.GetText() is { } source && source[token.SpanStart - 1] == '\n';

    private static int Indentation(SyntaxToken token)
    {
        var closing = IsInterpolationText(token) ? token.Parent?.Parent?.GetLastToken() ?? default : token;
        var end = closing.Span.End;
        var source = token.SyntaxTree?.GetText();
        if (source is null)
            return 0;

        var line = source.Lines.GetLineFromPosition(end);
        var width = 0;
        while (line.Start + width < end && source[line.Start + width] is ' ' or '\t')
            width++;
        return width;
    }

    private static int BackslashWidth(string text, int at)
    {
        if (at + 1 >= text.Length)
            return 1;

        switch (text[at + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var width = 2;
                while (width < 6 && at + width < text.Length && Uri.IsHexDigit(text[at + width]))
                    width++;
                return width;
            default:
                return 2;
        }
    }

    private enum Escape
    {
        None,
        Backslash,
        DoubledQuote,
    }
}
