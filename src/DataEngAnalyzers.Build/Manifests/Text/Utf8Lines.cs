using System;
using System.Collections.Generic;
using System.Text;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Text;

/// <summary>Lines and columns of a text that is read by its bytes.</summary>
internal sealed class Utf8Lines
{
    private readonly byte[] _text;
    private readonly List<int> _starts = [0];

    public Utf8Lines(byte[] text)
    {
        _text = text;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == (byte)'\n')
                _starts.Add(index + 1);
        }
    }

    public Spot At(long position)
    {
        var index = (int)Math.Min(position, _text.Length);
        var line = _starts.BinarySearch(index);
        line = line < 0 ? ~line - 1 : line;
        return new Spot(line + 1, 1 + Characters(line, index));
    }

    // A file of one endless line would be counted from its start for every fact.
    private int Characters(int line, int index)
    {
        const int counted = 4096;
        var start = _starts[line];
        return index - start > counted
            ? index - start
            : Encoding.UTF8.GetCharCount(_text, start, index - start);
    }
}
