namespace DataEngAnalyzers.Build.Manifests.Jq;

/// <summary>What a term may start with, and its brackets.</summary>
internal sealed partial class FilterReader
{
    private string? ReadStart(string? input)
    {
        if (IsAtEnd)
        {
            _hasFailed = true;
            return null;
        }

        var token = _tokens[_position++];
        switch (token.Kind)
        {
            case JqTokenKind.Field:
                return JqPaths.Field(input, token.Text);
            case JqTokenKind.Variable:
                return _variables.TryGetValue(token.Text, out var path) ? path : null;
            case JqTokenKind.Word:
                return ReadWord(token.Text, input);
            case JqTokenKind.Mark:
                return ReadMark(token.Text, input);
            default:
                // A format has its string behind it.
                while (Current.Kind is JqTokenKind.Text or JqTokenKind.Format)
                    _position++;
                return null;
        }
    }

    private string? ReadMark(string mark, string? input)
    {
        switch (mark)
        {
            case ".":
                return input;
            case "..":
                return null;
            case "-":
                ReadTerm(input);
                return null;
            case "(":
                var output = ReadPipe(input);
                Expect(")");
                return output;
            case "[":
                if (!Current.Is("]"))
                    ReadPipe(input);
                Expect("]");
                return null;
            case "{":
                ReadObject(input);
                return null;
            default:
                _hasFailed = true;
                return null;
        }
    }

    private string? ReadWord(string word, string? input)
    {
        switch (word)
        {
            case "if":
                ReadIf(input);
                return null;
            case "try":
                var known = _facts.Filters.Count;
                ReadTerm(input);
                Forget(known);
                if (TakeWord("catch"))
                    ReadTerm(null);
                return null;
            case "reduce" or "foreach":
                ReadTerm(input);
                if (TakeMark("("))
                    ReadArguments(null);
                return null;
            case "label":
                _position++;
                return input;
            default:
                var argument = TakeMark("(") ? ReadArguments(JqFunctions.InputOfArguments(word, input)) : null;
                return JqFunctions.Output(word, input, argument);
        }
    }

    private void ReadIf(string? input)
    {
        ReadPipe(input);
        while (TakeWord("then") || TakeWord("elif") || TakeWord("else"))
            ReadPipe(input);
        _hasFailed |= !TakeWord("end");
    }

    private string? ReadArguments(string? input)
    {
        var output = ReadPipe(input);
        while (TakeMark(";"))
            output = ReadPipe(input);
        Expect(")");
        return output;
    }

    // { id, "name": .x, (.key): .value, $v }
    private void ReadObject(string? input)
    {
        while (!Current.Is("}") && !IsAtEnd && !_hasFailed)
        {
            var key = _tokens[_position++];
            if (key.Is("("))
            {
                ReadPipe(input);
                Expect(")");
            }

            if (TakeMark(":"))
                ReadObjectValue(input);
            else if (key.Kind is JqTokenKind.Word or JqTokenKind.Text && JqPaths.Field(input, key.Text) is { } path)
                Tell(key.Spot, path, string.Empty);
            if (!Current.Is("}"))
                Expect(",");
        }

        Expect("}");
    }

    private void ReadObjectValue(string? input)
    {
        do
            input = ReadOperator(input, 0);
        while (TakeMark("|"));
    }

    // [] and [0] are items, ["name"] is a field; all else is computed.
    private string? ReadIndex(string? input, string? owner)
    {
        _position++;
        if (TakeMark("]"))
            return JqPaths.Items(owner);
        var token = Current;
        if (token.Kind is JqTokenKind.Text or JqTokenKind.Number && _tokens[_position + 1].Is("]"))
        {
            _position += 2;
            return token.Kind == JqTokenKind.Text ? JqPaths.Field(owner, token.Text) : JqPaths.Items(owner);
        }

        if (!Current.Is(":"))
            ReadPipe(input);
        var isSlice = TakeMark(":");
        if (isSlice && !Current.Is("]"))
            ReadPipe(input);
        Expect("]");
        return isSlice ? owner : null;
    }

    // term as $name | body: the body sees what the term saw.
    private string? Bind(string? input, string? value)
    {
        _position++;
        var isOne = Current.Kind == JqTokenKind.Variable;
        while (!Current.Is("|") && !Current.Is("(") && !IsAtEnd)
        {
            if (Current.Kind == JqTokenKind.Variable)
                _variables[Current.Text] = isOne ? value : null;
            _position++;
        }

        return TakeMark("|") ? ReadPipe(input) : null;
    }
}
