using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Manifests;

/// <summary>Entries of lists in YAML's block style, found by their indentation.</summary>
internal sealed class YamlBlock
{
    private YamlBlock(SourceText file, int first, int indent)
    {
        File = file;
        First = first;
        Indent = indent;
    }

    private SourceText File { get; }

    /// <summary>The line of the entry's dash.</summary>
    public int First { get; }

    /// <summary>The column of the entry's dash.</summary>
    public int Indent { get; }

    /// <summary>The white space before the dash.</summary>
    public string Indentation => File.ToString(new TextSpan(File.Lines[First].Start, Indent));

    /// <summary>The entry that a value at a place belongs to: its dash stands on the value's line or above, before the key of the value. <see langword="null"/> in flow style.</summary>
    public static YamlBlock? EntryAround(SourceText file, string place)
    {
        if (ManifestFixFacts.PlaceOf(place) is not var (row, column) || row >= file.Lines.Count || column > file.Lines[row].Span.Length)
            return null;

        var own = IndentOf(file, row, out var hasDash);
        if (own is not { } indent || file.ToString(TextSpan.FromBounds(file.Lines[row].Start, file.Lines[row].Start + column)).IndexOfAny(['{', '[']) >= 0)
            return null;
        if (hasDash)
            return new YamlBlock(file, row, indent);
        for (var line = row - 1; line >= 0; line--)
        {
            if (IndentOf(file, line, out hasDash) is { } outer && outer < indent)
                return hasDash ? new YamlBlock(file, line, outer) : null;
        }

        return null;
    }

    /// <summary>The last line of the entry.</summary>
    public int Last => LastBelow(isList: false);

    /// <summary>The last line of the list that the entry stands in.</summary>
    public int LastOfList => LastBelow(isList: true);

    /// <summary>A change that puts lines behind a line.</summary>
    public TextChange After(int line, string lines)
    {
        var before = File.Lines[line];
        var newLine = NewLine;
        return before.EndIncludingLineBreak == before.End
            ? new TextChange(new TextSpan(before.End, 0), newLine + lines.Replace("\n", newLine))
            : new TextChange(new TextSpan(before.EndIncludingLineBreak, 0), lines.Replace("\n", newLine) + newLine);
    }

    /// <summary>The line break that the file uses.</summary>
    private string NewLine => File.Lines.Count > 1 && File.ToString(TextSpan.FromBounds(File.Lines[0].End, File.Lines[0].EndIncludingLineBreak)) is { Length: > 0 } found ? found : "\n";

    // Comments and empty lines belong to what follows them in the block, or to nobody.
    private int LastBelow(bool isList)
    {
        var last = First;
        for (var line = First + 1; line < File.Lines.Count; line++)
        {
            if (IndentOf(File, line, out var hasDash) is not { } indent)
                continue;
            if (indent < Indent || (indent == Indent && !(isList && hasDash)))
                break;
            last = line;
        }

        return last;
    }

    // The column of the first character; null for a line that is empty or a comment.
    private static int? IndentOf(SourceText file, int row, out bool hasDash)
    {
        var line = file.Lines[row];
        var at = line.Start;
        while (at < line.End && file[at] == ' ')
            at++;
        hasDash = at < line.End && file[at] == '-' && (at + 1 == line.End || file[at + 1] == ' ');
        return at == line.End || file[at] is '#' or '\r' or '\t' ? null : at - line.Start;
    }
}
