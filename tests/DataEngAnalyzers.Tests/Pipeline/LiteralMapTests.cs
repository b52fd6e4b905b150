using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>
/// For literals of random characters in every form: the source that belongs to a part of the value, read as a literal of the same form,
/// is exactly that part.
/// </summary>
public sealed class LiteralMapTests
{
    private const int LiteralsOfAForm = 150;

    private static readonly string[] Characters =
        ["a", "Z", "_", " ", "  ", "\t", "'", "\"", "\\", "{", "}", "[", "@", "$", "é", "漢", "\u00A0", "😀", "\0", "\u001B", "\r\n", "\n"];

    public static TheoryData<string> Forms => new(FormsByName.Keys);

    private static readonly Dictionary<string, Form> FormsByName = new()
    {
        ["\"…\""] = new("\"", "\"", Regular),
        ["\"…\"u8"] = new("\"", "\"u8", Regular) { Leaves = ["\uD83D", "\uDE00"] },
        ["@\"…\""] = new("@\"", "\"", Verbatim),
        ["@\"…\"u8"] = new("@\"", "\"u8", Verbatim),
        ["\"\"\"\"…\"\"\"\""] = new("\"\"\"\"|", "|\"\"\"\"", Raw) { Leaves = ["\r\n", "\n"] },
        ["\"\"\"\"…\"\"\"\"u8"] = new("\"\"\"\"|", "|\"\"\"\"u8", Raw) { Leaves = ["\r\n", "\n"] },
        ["\"\"\"\" lines"] = new("\"\"\"\"\n    |", "|\n    \"\"\"\"", RawLines),
        ["\"\"\"\" lines of CRLF and tabs"] = new("\"\"\"\"\r\n\t  |", "|\r\n\t  \"\"\"\"", text => RawLines(text, "\t  ")),
        ["$\"…\""] = new("$\"{x}", "{x}\"", Interpolated(Regular)),
        ["$@\"…\""] = new("$@\"{x}", "{x}\"", Interpolated(Verbatim)),
        ["$\"\"\"\"…\"\"\"\""] = new("$\"\"\"\"{x}", "{x}\"\"\"\"", Raw) { Leaves = ["\r\n", "\n", "{", "}"] },
        ["$$$\"\"\"\"…\"\"\"\""] = new("$$$\"\"\"\"{{{x}}}_", "_{{{x}}}\"\"\"\"", Raw) { Leaves = ["\r\n", "\n"] },
        ["$\"\"\"\" lines"] = new("$\"\"\"\"\n    {x}", "{x}\n    \"\"\"\"", RawLines) { Leaves = ["{", "}"] },
        ["$$$\"\"\"\" lines"] = new("$$$\"\"\"\"\n    |", "|\n    \"\"\"\"", RawLines),
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_source_of_every_part_of_a_literal_reads_as_that_part(string name)
    {
        var form = FormsByName[name];
        var random = new Random(20_260_101);
        for (var i = 0; i < LiteralsOfAForm; i++)
        {
            var (value, pieces) = form.Random(random);
            if (value.Length == 0)
                continue;

            var source = form.Open + string.Concat(pieces.Select(piece => piece.Source)) + form.Close;
            var token = TokenIn("var text = " + source + ";", value);
            var map = LiteralMap.Of(token);
            Assert.True(map is not null, $"no map of {source}");
            AssertPlaces(token, value, pieces, map!);
        }
    }

    // Each piece of the value was written as one piece of source, so every border between pieces has one place.
    private static void AssertPlaces(SyntaxToken token, string value, IReadOnlyList<(string Value, string Source)> pieces, int[] map)
    {
        var text = token.SyntaxTree!.GetText().ToString();
        var at = LiteralMap.ValueOf(token).IndexOf(value, StringComparison.Ordinal);
        foreach (var (part, source) in pieces)
        {
            var (start, end) = (map[at], map[at + part.Length]);
            Assert.Equal(source, text[start..end]);
            at += part.Length;
        }
    }

    private static SyntaxToken TokenIn(string source, string value)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        Assert.True(!root.ContainsDiagnostics, source + "\n" + string.Join("\n", root.GetDiagnostics()));
        var tokens = root.DescendantTokens().Where(token => token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax);
        return Assert.Single(tokens, token => LiteralMap.ValueOf(token).Contains(value, StringComparison.Ordinal));
    }

    private static string Regular(string text, Random random) => text switch
    {
        "\"" or "\\" => "\\" + text,
        "\0" or "\u001B" or "\r\n" or "\n" or "\t" => Escaped(text, random),
        _ => random.Next(4) == 0 ? Escaped(text, random) : text,
    };

    private static string Escaped(string text, Random random)
    {
        if (text.Length == 2 && char.IsHighSurrogate(text[0]) && random.Next(2) == 0)
            return "\\U" + char.ConvertToUtf32(text, 0).ToString("X8", CultureInfo.InvariantCulture);
        return string.Concat(text.Select(letter => (letter, random.Next(3)) switch
        {
            ('\n', 0) => "\\n",
            ('\r', 0) => "\\r",
            ('\t', 0) => "\\t",
            ('\0', 0) => "\\0",
            ('\u001B', 0) => "\\e",
            (_, 1) => "\\x" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture),
            _ => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
        }));
    }

    private static string Verbatim(string text, Random random) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    private static string Raw(string text, Random random) => text;

    private static string RawLines(string text, Random random) => RawLines(text, "    ");

    private static string RawLines(string text, string indentation) => text.EndsWith('\n') ? text + indentation : text;

    private static Func<string, Random, string> Interpolated(Func<string, Random, string> literal) => (text, random) => text switch
    {
        "{" or "}" => text + text,
        _ => literal(text, random),
    };

    /// <summary>One way to write a literal.</summary>
    private sealed record Form(string Open, string Close, Func<string, Random, string> Write)
    {
        public Form(string open, string close, Func<string, string> write)
            : this(open, close, (text, _) => write(text))
        {
        }

        /// <summary>What this form cannot hold.</summary>
        public string[] Leaves { get; init; } = [];

        public (string Value, IReadOnlyList<(string Value, string Source)> Pieces) Random(Random random)
        {
            var pieces = new List<(string, string)>();
            var value = new StringBuilder();
            var quotes = 0;
            for (var i = random.Next(1, 14); i > 0; i--)
            {
                var text = Characters[random.Next(Characters.Length)];
                quotes = text == "\"" ? quotes + 1 : 0;
                if (Leaves.Contains(text) || quotes > 2)
                    continue;
                pieces.Add((text, Write(text, random)));
                value.Append(text);
            }

            return (value.ToString(), pieces);
        }
    }
}
