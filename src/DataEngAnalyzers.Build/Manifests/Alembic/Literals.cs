using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Python;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>The literal values of a revision, through its constants.</summary>
internal sealed class Literals
{
    private readonly Dictionary<string, PythonExpression> _constants = new(StringComparer.Ordinal);

    /// <param name="module">The statements of the file; a name that is assigned twice, wherever it is, is no constant.</param>
    public Literals(IEnumerable<PythonStatement> module)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<PythonStatement>(module.Reverse());
        while (open.Count > 0)
        {
            var statement = open.Pop();
            foreach (var inner in statement.Body)
                open.Push(inner);
            if (Assignment(statement) is not { } value)
                continue;
            var name = statement.Tokens[0].Value;
            if (_constants.ContainsKey(name))
                changed.Add(name);
            _constants[name] = value;
        }

        foreach (var name in changed)
            _constants.Remove(name);
    }

    /// <summary>What a name stands for.</summary>
    public PythonExpression? Constant(string name) => _constants.TryGetValue(name, out var value) ? value : null;

    /// <summary>A literal text; <see langword="null"/> of all else.</summary>
    public string? Text(PythonExpression? expression) => expression switch
    {
        PythonText text => text.Value,
        PythonName name => Constant(name.Path)?.Text,

        // A name that conventions leave alone, or that is quoted.
        PythonCall { Target.Path: "op.f" or "quoted_name" or "sa.sql.quoted_name" } call => call.Positional.FirstOrDefault()?.Text,
        _ => null,
    };

    /// <summary>A list of literal texts, or one of them alone; <see langword="null"/> of all else.</summary>
    public IReadOnlyList<string>? Texts(PythonExpression? expression)
    {
        if (expression is PythonName name && Constant(name.Path) is { } constant)
            expression = constant;
        if (expression is not PythonList list)
            return Text(expression) is { } single ? [single] : null;
        var texts = list.Items.Select(Text).OfType<string>().ToList();
        return texts.Count == list.Items.Count ? texts : null;
    }

    // name = value, or name: type = value
    private static PythonExpression? Assignment(PythonStatement statement)
    {
        var tokens = statement.Tokens;
        if (tokens.Count < 3 || tokens[0].Kind != PythonTokenKind.Name || !(tokens[1].Is("=") || tokens[1].Is(":")))
            return null;
        var depth = 0;
        for (var index = 1; index < tokens.Count - 1; index++)
        {
            depth += tokens[index].Is("[") || tokens[index].Is("(") ? 1 : tokens[index].Is("]") || tokens[index].Is(")") ? -1 : 0;
            if (depth == 0 && tokens[index].Is("="))
                return PythonParser.Read(tokens, index + 1);
        }

        return null;
    }
}
