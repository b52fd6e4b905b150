using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Python;

/// <summary>An expression, as far as it is a literal, a name, a list or a call; all else is opaque.</summary>
/// <param name="Span">Its tokens.</param>
internal abstract record PythonExpression(PythonSpan Span)
{
    public Spot Spot => Span.Spot;

    /// <summary>Gets the text of a literal string.</summary>
    public string? Text => (this as PythonText)?.Value;

    /// <summary>Gets a value indicating whether this is <c>None</c>.</summary>
    public bool IsNone => this is PythonName { Path: "None" };

    /// <summary>Gets what a literal truth says.</summary>
    public bool? Flag => this is PythonName { Path: "True" } ? true : this is PythonName { Path: "False" } ? false : null;
}

/// <summary>A literal string.</summary>
internal sealed record PythonText(PythonSpan Span, string Value) : PythonExpression(Span);

/// <summary>A number.</summary>
internal sealed record PythonNumber(PythonSpan Span, string Value) : PythonExpression(Span);

/// <param name="Path">The name with what it is a member of: <c>sa.Column</c>.</param>
internal sealed record PythonName(PythonSpan Span, string Path) : PythonExpression(Span)
{
    /// <summary>Gets the last part of the name.</summary>
    public string Last => Path.Substring(Path.LastIndexOf('.') + 1);
}

/// <summary>A list, tuple or set.</summary>
internal sealed record PythonList(PythonSpan Span, IReadOnlyList<PythonExpression> Items) : PythonExpression(Span);

/// <param name="Target">What is called; the first one of a chain of calls.</param>
internal sealed record PythonCall(PythonSpan Span, PythonName Target, IReadOnlyList<PythonArgument> Arguments) : PythonExpression(Span)
{
    public IEnumerable<PythonExpression> Positional => Arguments.Where(argument => argument.Name is null).Select(argument => argument.Value);

    /// <summary>The argument of a name, or else of a position.</summary>
    public PythonExpression? Argument(string name, int position = -1) =>
        Arguments.FirstOrDefault(argument => argument.Name == name)?.Value ?? (position < 0 ? null : Positional.ElementAtOrDefault(position));
}

/// <summary>What is computed.</summary>
internal sealed record PythonOpaque(PythonSpan Span) : PythonExpression(Span);

/// <param name="Name"><see langword="null"/> of a positional one.</param>
internal sealed record PythonArgument(string? Name, PythonExpression Value);
