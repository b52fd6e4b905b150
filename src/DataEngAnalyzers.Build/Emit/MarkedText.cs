using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>
/// A file of lines in which entries know whether they are as they were written: the comment <c># dataeng: name number</c> stands
/// before each, and <c># dataeng-file: number</c> speaks for the lines between them. An entry ends before the next line that is
/// indented less than its comment.
/// </summary>
internal sealed class MarkedText
{
    private const string EntryMark = "# dataeng: ";
    private const string FileMark = "# dataeng-file: ";

    private readonly List<Part> _parts = [];

    private MarkedText()
    {
    }

    /// <summary>Names of the entries, in order.</summary>
    public IEnumerable<string> Names => Entries.Select(entry => entry.Name!);

    /// <summary>Whether the lines between the entries are as they were written.</summary>
    public bool IsFrameOwn { get; private set; }

    /// <summary>Entries that somebody has changed.</summary>
    public IEnumerable<string> Edited => Entries.Where(entry => !entry.IsOwn).Select(entry => entry.Name!);

    private IEnumerable<Part> Entries => _parts.Where(part => part.Name is not null);

    /// <summary>The mark of an entry.</summary>
    public static string Mark(string name, IReadOnlyList<string> lines) => $"{EntryMark}{Escaped(name)} {Digest.Of(lines)}";

    /// <summary>Puts the number of the frame into a text that has a line <see cref="FileMark"/>.</summary>
    /// <param name="header">Comment lines above all.</param>
    /// <param name="lines">All others, with the marks of entries.</param>
    public static string Write(IEnumerable<string> header, IEnumerable<string> lines)
    {
        var all = header.Concat(lines).ToList();
        var draft = Read(string.Join("\n", all));
        return $"{FileMark}{draft.FrameNumber()}\n{string.Join("\n", all)}\n";
    }

    /// <summary>Takes a file apart; see <see cref="IsMarked"/> for whether it is one of these at all.</summary>
    public static MarkedText Read(string text)
    {
        var marked = new MarkedText();
        string? number = null;
        Part? entry = null;
        foreach (var line in text.Replace("\r\n", "\n").TrimEnd('\n').Split('\n'))
        {
            var content = line.TrimStart(' ');
            var indent = line.Length - content.Length;
            if (content.StartsWith(FileMark, StringComparison.Ordinal) && number is null)
            {
                number = content.Substring(FileMark.Length).Trim();
                marked._parts.Add(new Part(null, null, 0) { IsFileMark = true, Lines = { line } });
                continue;
            }

            if (content.StartsWith(EntryMark, StringComparison.Ordinal))
            {
                var words = content.Substring(EntryMark.Length).Split(' ');
                marked._parts.Add(entry = new Part(words[0], words.Length > 1 ? words[1] : string.Empty, indent) { Head = line });
                continue;
            }

            if (entry is not null && content.Length > 0 && indent < entry.Indent)
                entry = null;
            (entry ?? marked.Frame()).Lines.Add(line);
        }

        marked.IsMarked = number is not null;
        marked.IsFrameOwn = number == marked.FrameNumber();
        return marked;
    }

    /// <summary>Whether it is a file of this kind.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>This text with entries of another one: what <paramref name="choose"/> names is taken from there, or left out where it is not there.</summary>
    public string With(MarkedText other, Func<string, bool> choose)
    {
        var theirs = other.Entries.GroupBy(entry => entry.Name!, StringComparer.Ordinal).ToDictionary(entries => entries.Key, entries => entries.First(), StringComparer.Ordinal);
        var parts = _parts.Select(part => part.Name is not { } name || !choose(name) ? part : theirs.TryGetValue(name, out var their) ? their : null).OfType<Part>();
        return string.Join("\n", parts.SelectMany(part => part.All)) + "\n";
    }

    private Part Frame()
    {
        if (_parts.Count == 0 || _parts[_parts.Count - 1] is { Name: not null } or { IsFileMark: true })
            _parts.Add(new Part(null, null, 0));
        return _parts[_parts.Count - 1];
    }

    private string FrameNumber() => Digest.Of(_parts.Where(part => !part.IsFileMark).SelectMany(part => part.Name is { } name ? [EntryMark + name] : part.Lines.AsEnumerable()));

    private static string Escaped(string name) => Uri.EscapeDataString(name).Replace("%2F", "/");

    /// <summary>An entry, or lines between entries.</summary>
    private sealed record Part(string? Name, string? Number, int Indent)
    {
        public string? Head { get; init; }

        public bool IsFileMark { get; init; }

        public List<string> Lines { get; } = [];

        public bool IsOwn => Number == Digest.Of(Lines);

        public IEnumerable<string> All => Head is null ? Lines : [Head, .. Lines];
    }
}
