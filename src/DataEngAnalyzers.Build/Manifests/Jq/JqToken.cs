using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Jq;

/// <summary>A token of a jq program.</summary>
/// <param name="Text">A field's or variable's name, a string's text, else as written.</param>
internal readonly record struct JqToken(JqTokenKind Kind, string Text, Spot Spot)
{
    public bool Is(string mark) => Kind is JqTokenKind.Mark && Text == mark;

    public bool IsWord(string word) => Kind is JqTokenKind.Word && Text == word;
}

internal enum JqTokenKind
{
    /// <summary>A field: <c>.name</c> or <c>."name"</c>.</summary>
    Field,

    /// <summary>A keyword or function.</summary>
    Word,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>A string without values put in.</summary>
    Text,

    /// <summary>A string with values put in.</summary>
    Format,

    Number,
    Mark,
    End,
}
