using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Python;

/// <summary>
/// Takes a Python text apart: names, strings, numbers, punctuation, and ends of statements. As much as reading revisions
/// needs, which are straight calls with literal arguments.
/// </summary>
internal sealed class PythonTokens
{
    private readonly string _text;
    private readonly List<PythonToken> _tokens = [];
    private readonly Stack<Spot> _brackets = new();
    private int _position;
    private int _line = 1;
    private int _lineStart;

    private PythonTokens(string text) => _text = text;

    /// <exception cref="ManifestException">A bracket is never closed.</exception>
    public static IReadOnlyList<PythonToken> Read(string text)
    {
        var reader = new PythonTokens(text);
        while (reader._position < text.Length)
            reader.ReadOne();
        if (reader._brackets.Count > 0)
            throw new ManifestException(reader._brackets.Last(), "this bracket is never closed, so the file says nothing");
        reader.EndLine();
        return reader._tokens;
    }

    private Spot Spot => new(_line, _position - _lineStart + 1);

    private void ReadOne()
    {
        var character = _text[_position];
        if (character == '\n')
            ReadNewLine();
        else if (char.IsWhiteSpace(character) || character == '\uFEFF')
            _position++;
        else if (character == '#')
            SkipComment();
        else if (character == '\\')
            SkipContinuation();
        else if (PythonString.Starts(_text, _position, out var prefix))
            ReadString(prefix);
        else if (char.IsLetter(character) || character == '_')
            ReadWhile(PythonTokenKind.Name, next => char.IsLetterOrDigit(next) || next == '_');
        else if (char.IsDigit(character))
            ReadWhile(PythonTokenKind.Number, next => char.IsLetterOrDigit(next) || next is '_' or '.');
        else
            ReadMark(character);
    }

    private void ReadNewLine()
    {
        if (_brackets.Count == 0)
            EndLine();
        _position++;
        NextLine(_position);
    }

    private void EndLine()
    {
        if (_tokens.Count > 0 && _tokens[_tokens.Count - 1].Kind != PythonTokenKind.Line)
            _tokens.Add(new PythonToken(PythonTokenKind.Line, string.Empty, Spot, _position, _position));
    }

    private void NextLine(int start)
    {
        _line++;
        _lineStart = start;
    }

    private void SkipComment()
    {
        var end = _text.IndexOf('\n', _position);
        _position = end < 0 ? _text.Length : end;
    }

    private void SkipContinuation()
    {
        _position++;
        if (_position < _text.Length && _text[_position] == '\r')
            _position++;
        if (_position < _text.Length && _text[_position] == '\n')
            NextLine(++_position);
    }

    private void ReadString(int prefix)
    {
        var spot = Spot;
        var start = _position;
        var literal = PythonString.Read(_text, start, prefix);
        for (var index = start; index < literal.End; index++)
        {
            if (_text[index] == '\n')
                NextLine(index + 1);
        }

        _position = literal.End;
        _tokens.Add(new PythonToken(literal.HasValues ? PythonTokenKind.Format : PythonTokenKind.Text, literal.Value, spot, start, literal.End));
    }

    private void ReadWhile(PythonTokenKind kind, Func<char, bool> belongs)
    {
        var (start, spot) = (_position, Spot);
        while (_position < _text.Length && belongs(_text[_position]))
            _position++;
        _tokens.Add(new PythonToken(kind, _text.Substring(start, _position - start), spot, start, _position));
    }

    private void ReadMark(char character)
    {
        if (character is '(' or '[' or '{')
            _brackets.Push(Spot);
        else if (character is ')' or ']' or '}' && _brackets.Count > 0)
            _brackets.Pop();
        _tokens.Add(new PythonToken(PythonTokenKind.Mark, character.ToString(), Spot, _position, _position + 1));
        _position++;
    }
}
