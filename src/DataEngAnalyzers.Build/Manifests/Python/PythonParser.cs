using System;
using System.Collections.Generic;
using System.Text;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Python;

/// <summary>Parses the expressions of a statement.</summary>
internal sealed class PythonParser
{
    private readonly IReadOnlyList<PythonToken> _tokens;
    private int _position;

    private PythonParser(IReadOnlyList<PythonToken> tokens, int position)
    {
        _tokens = tokens;
        _position = position;
    }

    private bool IsAtEnd => _position >= _tokens.Count;

    private bool IsOpening => IsMark("(") || IsMark("[") || IsMark("{");

    private bool IsClosing => IsMark(")") || IsMark("]") || IsMark("}");

    private bool IsSeparator => IsMark(",") || IsMark("=") || IsMark(":");

    /// <summary>The expression that starts at a token.</summary>
    public static PythonExpression Read(IReadOnlyList<PythonToken> tokens, int start) => new PythonParser(tokens, start).ReadExpression(0);

    /// <summary>The call that a name starts; <see langword="null"/> when it starts none.</summary>
    public static PythonCall? ReadCall(IReadOnlyList<PythonToken> tokens, int start) => new PythonParser(tokens, start).ReadName(0) as PythonCall;

    // Whatever follows the first operand up to a separator makes the whole opaque.
    private PythonExpression ReadExpression(int depth)
    {
        var start = _position;
        var value = ReadOperand(depth);
        if (IsAtEnd || IsSeparator || IsClosing)
            return value;
        while (!IsAtEnd && !IsSeparator && !IsClosing)
            SkipOne();
        return new PythonOpaque(From(start));
    }

    private PythonExpression ReadOperand(int depth)
    {
        var start = _position;
        if (IsAtEnd)
            return new PythonOpaque(From(start));
        var token = _tokens[start];
        if (depth < Limits.Depth)
        {
            switch (token.Kind)
            {
                case PythonTokenKind.Text or PythonTokenKind.Format:
                    return ReadText();
                case PythonTokenKind.Number:
                    _position++;
                    return new PythonNumber(From(start), token.Value);
                case PythonTokenKind.Name when token.Value is not ("lambda" or "not" or "await"):
                    return ReadName(depth);
                case PythonTokenKind.Mark when token.Value is "(" or "[":
                    return ReadList(depth);
            }
        }

        SkipOne();
        return new PythonOpaque(From(start));
    }

    // Strings beside each other, or added, are one.
    private PythonExpression ReadText()
    {
        var start = _position;
        var text = new StringBuilder();
        var isLiteral = true;
        while (IsText(_position) || (_position > start && IsMark("+") && IsText(_position + 1)))
        {
            if (IsMark("+"))
                _position++;
            isLiteral &= _tokens[_position].Kind == PythonTokenKind.Text;
            text.Append(_tokens[_position++].Value);
        }

        return isLiteral ? new PythonText(From(start), text.ToString()) : new PythonOpaque(From(start));
    }

    private PythonExpression ReadName(int depth)
    {
        var start = _position;
        var path = new StringBuilder(_tokens[_position++].Value);
        PythonName? target = null;
        List<PythonArgument>? arguments = null;
        while (!IsAtEnd)
        {
            if (IsMark(".") && _position + 1 < _tokens.Count && _tokens[_position + 1].Kind == PythonTokenKind.Name)
            {
                path.Append('.').Append(_tokens[_position + 1].Value);
                _position += 2;
            }
            else if (IsMark("("))
            {
                target ??= new PythonName(From(start), path.ToString());
                var given = ReadArguments(depth + 1);
                arguments ??= given;
            }
            else
            {
                break;
            }
        }

        return target is null ? new PythonName(From(start), path.ToString()) : new PythonCall(From(start), target, arguments!);
    }

    // One value in parentheses without a comma is that value.
    private PythonExpression ReadList(int depth)
    {
        var start = _position;
        var isTuple = IsMark("(");
        var hasComma = false;
        var items = new List<PythonExpression>();
        _position++;
        while (!IsAtEnd && !IsMark(")") && !IsMark("]"))
        {
            if (IsSeparator || IsClosing)
            {
                hasComma |= IsMark(",");
                _position++;
            }
            else
            {
                items.Add(ReadExpression(depth + 1));
            }
        }

        _position++;
        return isTuple && !hasComma && items.Count == 1 ? items[0] : new PythonList(From(start), items);
    }

    private List<PythonArgument> ReadArguments(int depth)
    {
        var arguments = new List<PythonArgument>();
        _position++;
        while (!IsAtEnd && !IsMark(")"))
        {
            if (IsSeparator || IsClosing)
            {
                _position++;
                continue;
            }

            string? name = null;
            if (_tokens[_position].Kind == PythonTokenKind.Name && _position + 2 < _tokens.Count && _tokens[_position + 1].Is("=") && !_tokens[_position + 2].Is("="))
            {
                name = _tokens[_position].Value;
                _position += 2;
            }

            arguments.Add(new PythonArgument(name, ReadExpression(depth)));
        }

        _position++;
        return arguments;
    }

    // A token, or all between brackets.
    private void SkipOne()
    {
        var depth = 0;
        do
        {
            depth += IsOpening ? 1 : IsClosing ? -1 : 0;
            _position++;
        }
        while (!IsAtEnd && depth > 0);
    }

    private bool IsMark(string mark) => !IsAtEnd && _tokens[_position].Kind == PythonTokenKind.Mark && _tokens[_position].Value == mark;

    private bool IsText(int position) => position < _tokens.Count && _tokens[position].Kind is PythonTokenKind.Text or PythonTokenKind.Format;

    private PythonSpan From(int start) => new(_tokens, start, Math.Min(_position, _tokens.Count));
}
