using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// A string expression read as text with holes: what is not known when the program is compiled is a hole. Every character of a literal
/// knows its place in the source.
/// </summary>
internal sealed class HostText
{
    private readonly ImmutableArray<Segment> _segments;
    private readonly IReadOnlyList<TextAlternative> _all;

    private HostText(SqlText text, ImmutableArray<Value> holes, ImmutableArray<Segment> segments, IReadOnlyList<TextAlternative> all)
    {
        _all = all;
        Text = text;
        Holes = holes;
        _segments = segments;
    }

    public SqlText Text { get; }

    /// <summary>What stands in the holes, in order.</summary>
    public ImmutableArray<Value> Holes { get; }

    /// <summary>What stands in the holes of a part of the text.</summary>
    public ImmutableArray<Value> HolesIn(SqlSpan span) =>
        Holes.Where((_, index) => Text.Holes[index].Position >= span.Start && Text.Holes[index].Position < span.End).ToImmutableArray();

    /// <summary>True when there is no hole.</summary>
    public bool IsConstant => Text.Holes.IsEmpty;

    /// <summary>The text with holes written as <c>{expression}</c>, for messages and names.</summary>
    public string Display => Fill(Text.Text, 0);

    /// <summary>A name in the text, its quotes removed and its holes written as <c>{expression}</c>.</summary>
    public string DisplayOf(SqlName name) => Fill(name.Text, Text.Holes.Count(hole => hole.Position < name.Span.Start));

    /// <summary>The literals the text is made of, in order.</summary>
    public IEnumerable<SyntaxToken> Literals => _segments.Select(segment => segment.Token);

    /// <summary>Reads a value as text; a value that is not a string at all is one hole, and so is one of several texts.</summary>
    public static HostText Read(Value value, PipelineContext context) => Of(TextReading.Of(value, context));

    /// <summary>A text of these parts; a choice among them is a hole.</summary>
    /// <param name="run">The parts.</param>
    /// <param name="all">All the texts that may stand in its place, this one among them.</param>
    public static HostText Of(TextRun run, IReadOnlyList<TextAlternative>? all = null)
    {
        var builder = new Builder();
        foreach (var part in run.Parts)
            builder.Add(part);
        return builder.ToText(all ?? []);
    }

    /// <summary>The source of a part of the text, when it lies inside one literal.</summary>
    public Location? Locate(SqlSpan span)
    {
        foreach (var segment in _segments)
        {
            if (span.Start < segment.Start || span.End > segment.End)
                continue;
            if (LiteralMap.Of(segment.Token) is not { } map || segment.Token.SyntaxTree is not { } tree)
                return null;

            var start = map[segment.InLiteral(span.Start)];
            var end = span.Length == 0 ? start : map[segment.InLiteral(span.End)];
            return Location.Create(tree, TextSpan.FromBounds(start, end));
        }

        return null;
    }

    /// <summary>The source of a part of the text, one place a literal, in order; <see langword="null"/> when some of it stands in no literal.</summary>
    public IReadOnlyList<Location>? Pieces(SqlSpan span)
    {
        if (Locate(span) is { } whole)
            return [whole];

        var pieces = new List<Location>();
        var covered = 0;
        foreach (var segment in _segments)
        {
            var start = System.Math.Max(span.Start, segment.Start);
            var end = System.Math.Min(span.End, segment.End);
            if (start >= end)
                continue;
            if (Locate(SqlSpan.FromBounds(start, end)) is not { } piece)
                return null;
            pieces.Add(piece);
            covered += end - start;
        }

        return covered == span.Length && covered > 0 ? pieces : null;
    }

    /// <summary>True when a literal of this part of the text stands in another text that the call may run, too: who edits one edits both.</summary>
    public bool IsShared(SqlSpan span) => _segments
        .Where(segment => segment.Start <= span.End && span.Start <= segment.End)
        .Any(segment => _all.Any(other => other.Text != this && other.Text.Literals.Contains(segment.Token)));

    private string Fill(string text, int hole)
    {
        if (text.IndexOf(SqlText.HoleMark) < 0)
            return text;

        var display = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter == SqlText.HoleMark && hole < Text.Holes.Length)
                display.Append('{').Append(Text.Holes[hole++].Name ?? "?").Append('}');
            else
                display.Append(letter);
        }

        return display.ToString();
    }

    /// <summary>A stretch of the text that stands in one literal.</summary>
    private readonly record struct Segment(int Start, int Length, SyntaxToken Token, int From)
    {
        public int End => Start + Length;

        public int InLiteral(int position) => From + position - Start;
    }

    private sealed class Builder
    {
        private const int LongestName = 40;

        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<SqlHole>.Builder _holes = ImmutableArray.CreateBuilder<SqlHole>();
        private readonly ImmutableArray<Value>.Builder _inHoles = ImmutableArray.CreateBuilder<Value>();
        private readonly ImmutableArray<Segment>.Builder _segments = ImmutableArray.CreateBuilder<Segment>();

        public HostText ToText(IReadOnlyList<TextAlternative> all) => new(new SqlText(_text.ToString(), _holes.ToImmutable()), _inHoles.ToImmutable(), _segments.ToImmutable(), all);

        public void Add(TextPart part)
        {
            switch (part)
            {
                case TextLetters letters:
                    if (!letters.Literal.IsKind(default))
                        _segments.Add(new Segment(_text.Length, letters.Value.Length, letters.Literal, letters.From));
                    _text.Append(letters.Value);
                    break;
                case TextHole hole:
                    AddHole(hole.Value, hole.Name);
                    break;
                case TextChoice choice:
                    AddHole(choice.Whole);
                    break;
            }
        }

        private void AddHole(Value value, string? name = null)
        {
            _holes.Add(new SqlHole(_text.Length, name ?? NameOf(value.Operation.Syntax)));
            _inHoles.Add(value);
            _text.Append(SqlText.HoleMark);
        }

        private static string NameOf(SyntaxNode source)
        {
            var text = source.ToString();
            return text.Length <= LongestName && text.IndexOf('\n') < 0 ? text : "…";
        }
    }
}
