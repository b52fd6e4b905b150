using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Jq;

/// <summary>
/// Reads a jq program: which paths of its input it takes. What "." is at a place is followed as far as it is certain;
/// a path is told from the root of the input: <c>.orders[].id</c>.
/// </summary>
internal sealed partial class FilterReader
{
    private const int MostNested = 2 * Limits.Depth;

    // From those that bind least to those that bind most.
    private static readonly string[][] Operators =
    [
        ["//"], ["=", "|=", "+=", "-=", "*=", "/=", "%=", "//="], ["or"], ["and"], ["==", "!=", "<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"],
    ];

    private readonly IReadOnlyList<JqToken> _tokens;
    private readonly FileFacts _facts;
    private readonly string _payloadType;
    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal);
    private int _position;
    private int _depth;
    private bool _hasFailed;

    private FilterReader(IReadOnlyList<JqToken> tokens, FileFacts facts, string payloadType)
    {
        _tokens = tokens;
        _facts = facts;
        _payloadType = payloadType;
    }

    private JqToken Current => _tokens[_position];

    private bool IsAtEnd => Current.Kind == JqTokenKind.End;

    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="payloadType">The type whose payload it reads; empty when nobody said.</param>
    public static FileFacts Read(string path, string text, string payloadType)
    {
        var facts = new FileFacts(path, Tools.Jq);
        var tokens = JqTokens.Read(text);
        var reader = new FilterReader(tokens, facts, payloadType);

        // A program that fetches its input itself, or that is not understood to its end, is not judged by its parts.
        if (tokens.Any(token => token.IsWord("input") || token.IsWord("inputs")))
            return facts;
        reader.ReadPipe(JqPaths.Root);
        if (reader._hasFailed || !reader.IsAtEnd)
            facts.Filters.Clear();
        return facts;
    }

    private string? ReadPipe(string? input)
    {
        if (!Enter())
            return null;
        ReadDefinitions();
        var output = ReadComma(input);
        while (TakeMark("|"))
        {
            ReadDefinitions();
            output = ReadComma(output);
        }

        _depth--;
        return output;
    }

    // def name(parameters): body;
    private void ReadDefinitions()
    {
        while (Current.IsWord("def") || Current.IsWord("import") || Current.IsWord("include"))
        {
            var isDefinition = Current.IsWord("def");
            SkipTo(isDefinition ? ":" : ";");
            if (isDefinition)
            {
                ReadPipe(null);
                Expect(";");
            }
        }
    }

    private string? ReadComma(string? input)
    {
        var output = ReadOperator(input, 0);
        while (TakeMark(","))
            output = ReadOperator(input, 0) == output ? output : null;
        return output;
    }

    private string? ReadOperator(string? input, int level)
    {
        if (level == Operators.Length)
            return ReadTerm(input);
        var known = _facts.Filters.Count;
        var output = ReadOperator(input, level + 1);
        while (Current.Kind is JqTokenKind.Mark or JqTokenKind.Word && Array.IndexOf(Operators[level], Current.Text) >= 0)
        {
            var isDefault = Current.Is("//");

            // What is assigned, or has a default, need not be there.
            if (level <= 1)
                Forget(known);
            if (isDefault && output is { Length: > 0 })
                Tell(Current.Spot, "//", output);
            known = isDefault ? _facts.Filters.Count : known;
            _position++;
            ReadOperator(input, level + 1);
            if (isDefault)
                Forget(known);
            output = null;
        }

        return output;
    }

    // A term with its steps: .orders[0].id
    private string? ReadTerm(string? input)
    {
        if (!Enter())
            return null;
        var start = Current;
        var hasSteps = start.Kind == JqTokenKind.Field;
        var isOptional = false;
        var output = ReadStart(input);
        while (true)
        {
            if (Current.Kind == JqTokenKind.Field)
                output = JqPaths.Field(output, _tokens[_position++].Text);
            else if (Current.Is("["))
                output = ReadIndex(input, output);
            else if (!Current.Is("."))
                break;
            else
                _position++;
            hasSteps = true;
            isOptional |= TakeMark("?");
        }

        isOptional |= TakeMark("?");
        _depth--;
        if (Current.IsWord("as"))
            return Bind(input, output);
        if (isOptional)
            return null;
        if (hasSteps && output is { Length: > 0 })
            Tell(start.Spot, output, string.Empty);
        return output;
    }

    private bool Enter()
    {
        _depth++;
        _hasFailed |= _depth > MostNested;
        return !_hasFailed;
    }

    private void SkipTo(string mark)
    {
        while (!Current.Is(mark) && !IsAtEnd)
            _position++;
        TakeMark(mark);
    }

    private void Expect(string mark) => _hasFailed |= !TakeMark(mark);

    private bool TakeMark(string mark) => Take(Current.Is(mark));

    private bool TakeWord(string word) => Take(Current.IsWord(word));

    private bool Take(bool isIt)
    {
        if (isIt)
            _position++;
        return isIt;
    }

    private void Tell(Spot spot, string pathOrOperator, string detail) => _facts.Filters.Add(new JqFact(spot, pathOrOperator, detail, _payloadType));

    private void Forget(int known) => _facts.Filters.RemoveRange(known, _facts.Filters.Count - known);
}
