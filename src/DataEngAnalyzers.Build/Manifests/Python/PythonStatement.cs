using System;
using System.Collections.Generic;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Python;

/// <summary>A statement with the block below it.</summary>
internal sealed class PythonStatement
{
    private static readonly HashSet<string> Compound = new(StringComparer.Ordinal)
    {
        "def", "async", "class", "if", "elif", "else", "for", "while", "with", "try", "except", "finally", "match", "case",
    };

    private PythonStatement(IReadOnlyList<PythonToken> tokens) => Tokens = tokens;

    public IReadOnlyList<PythonToken> Tokens { get; }

    public List<PythonStatement> Body { get; } = [];

    public Spot Spot => Tokens[0].Spot;

    /// <summary>Gets the word that it starts with: a keyword, or any other name.</summary>
    public string Keyword => Tokens[0].Kind != PythonTokenKind.Name ? string.Empty
        : Tokens[0].Value == "async" && Tokens.Count > 1 ? Tokens[1].Value
        : Tokens[0].Value;

    /// <summary>The statements of a text, each in the block that its indentation puts it into.</summary>
    public static IReadOnlyList<PythonStatement> Read(IReadOnlyList<PythonToken> tokens)
    {
        var top = new List<PythonStatement>();
        var open = new Stack<PythonStatement>();
        foreach (var line in Lines(tokens))
        {
            var column = line[0].Spot.Column;
            while (open.Count > 0 && open.Peek().Spot.Column >= column)
                open.Pop();
            var statement = Split(line, open.Count > 0 ? open.Peek().Body : top);
            open.Push(statement);
        }

        return top;
    }

    // "if x: y" and "x; y" hold several statements in one line.
    private static PythonStatement Split(List<PythonToken> line, List<PythonStatement> block)
    {
        if (Compound.Contains(line[0].Value) && line[0].Kind == PythonTokenKind.Name && IndexOf(line, ":", 0) is var colon and > 0)
        {
            var header = new PythonStatement(line.GetRange(0, colon + 1));
            block.Add(header);
            AddSimple(line, colon + 1, header.Body);
            return header;
        }

        AddSimple(line, 0, block);
        return block[block.Count - 1];
    }

    private static void AddSimple(List<PythonToken> line, int start, List<PythonStatement> block)
    {
        while (start < line.Count)
        {
            var end = IndexOf(line, ";", start) is var semicolon and >= 0 ? semicolon : line.Count;
            if (end > start || start == 0)
                block.Add(new PythonStatement(line.GetRange(start, Math.Max(1, end - start))));
            start = end + 1;
        }
    }

    private static int IndexOf(List<PythonToken> line, string mark, int start)
    {
        var depth = 0;
        for (var index = start; index < line.Count; index++)
        {
            if (line[index].Kind != PythonTokenKind.Mark)
                continue;
            var value = line[index].Value;
            if (depth == 0 && value == mark)
                return index;
            depth += value is "(" or "[" or "{" ? 1 : value is ")" or "]" or "}" ? -1 : 0;
        }

        return -1;
    }

    private static IEnumerable<List<PythonToken>> Lines(IReadOnlyList<PythonToken> tokens)
    {
        var line = new List<PythonToken>();
        foreach (var token in tokens)
        {
            if (token.Kind != PythonTokenKind.Line)
            {
                line.Add(token);
                continue;
            }

            if (line.Count > 0)
                yield return line;
            line = [];
        }
    }
}
