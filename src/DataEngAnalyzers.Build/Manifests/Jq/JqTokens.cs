using System;
using System.Collections.Generic;
using System.Text;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Jq;

/// <summary>Takes a jq program apart.</summary>
internal sealed class JqTokens
{
    private static readonly string[] Marks = ["?//=", "?//", "//=", "|=", "+=", "-=", "*=", "/=", "%=", "==", "!=", "<=", ">=", "//", ".."];

    private readonly string _text;
    private readonly List<JqToken> _tokens = [];
    private int _position;
    private int _line = 1;
    private int _lineStart;

    private JqTokens(string text) => _text = text;

    /// <summary>The tokens, the last of which is the end.</summary>
    public static IReadOnlyList<JqToken> Read(string text)
    {
        var reader = new JqTokens(text);
        while (reader._position < text.Length)
            reader.ReadOne();
        reader._tokens.Add(new JqToken(JqTokenKind.End, string.Empty, reader.Spot));
        return reader._tokens;
    }

    private Spot Spot => new(_line, _position - _lineStart + 1);

    private char Next => _position + 1 < _text.Length ? _text[_position + 1] : '\0';

    private void ReadOne()
    {
        var character = _text[_position];
        var spot = Spot;
        if (character == '\n')
        {
            _position++;
            (_line, _lineStart) = (_line + 1, _position);
        }
        else if (char.IsWhiteSpace(character) || character == '\uFEFF')
        {
            _position++;
        }
        else if (character == '#')
        {
            var end = _text.IndexOf('\n', _position);
            _position = end < 0 ? _text.Length : end;
        }
        else if (character == '.' && IsNameStart(Next))
        {
            _position++;
            _tokens.Add(new JqToken(JqTokenKind.Field, ReadName(), spot));
        }
        else if (character == '.' && Next == '"')
        {
            _position++;
            var (name, isFormat) = ReadString();
            _tokens.Add(new JqToken(isFormat ? JqTokenKind.Format : JqTokenKind.Field, name, spot));
        }
        else if (character == '"')
        {
            var (value, isFormat) = ReadString();
            _tokens.Add(new JqToken(isFormat ? JqTokenKind.Format : JqTokenKind.Text, value, spot));
        }
        else if (character is '$' or '@' && IsNameStart(Next))
        {
            _position++;
            _tokens.Add(new JqToken(character == '$' ? JqTokenKind.Variable : JqTokenKind.Text, ReadName(), spot));
        }
        else if (IsNameStart(character))
        {
            _tokens.Add(new JqToken(JqTokenKind.Word, ReadName(), spot));
        }
        else if (char.IsDigit(character))
        {
            ReadNumber(spot);
        }
        else
        {
            var mark = Array.Find(Marks, mark => string.CompareOrdinal(_text, _position, mark, 0, mark.Length) == 0) ?? character.ToString();
            _position += mark.Length;
            _tokens.Add(new JqToken(JqTokenKind.Mark, mark, spot));
        }
    }

    private string ReadName()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] == '_' || IsScope()))
            _position += _text[_position] == ':' ? 2 : 1;
        return _text.Substring(start, _position - start);
    }

    // module::function
    private bool IsScope() => _text[_position] == ':' && Next == ':';

    private void ReadNumber(Spot spot)
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] == '.'))
            _position++;
        _tokens.Add(new JqToken(JqTokenKind.Number, _text.Substring(start, _position - start), spot));
    }

    // A string may hold programs, \(.name), which may hold strings.
    private (string Value, bool IsFormat) ReadString()
    {
        var value = new StringBuilder();
        var isFormat = false;
        var brackets = 0;
        var isInner = false;
        for (_position++; _position < _text.Length; _position++)
        {
            var character = _text[_position];
            if (character == '\n')
                (_line, _lineStart) = (_line + 1, _position + 1);
            if (character == '\\' && (brackets == 0 || isInner))
            {
                _position++;
                if (Current == '(' && brackets == 0)
                    (isFormat, brackets) = (true, 1);
                else if (brackets == 0)
                    value.Append(Current);
            }
            else if (brackets > 0)
            {
                isInner ^= character == '"';
                brackets += isInner ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
            }
            else if (character == '"')
            {
                _position++;
                break;
            }
            else
            {
                value.Append(character);
            }
        }

        return (value.ToString(), isFormat);
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';
}
