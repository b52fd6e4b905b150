using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DataEngAnalyzers.Assessment;

/// <summary>
/// Writes compact JSON. What the compiler loads has no dependencies, so this is all there is: names in fixed order, and every
/// character that could end a string, a line or an HTML element is escaped.
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private bool _follows;

    /// <summary>An object with what <paramref name="content"/> writes.</summary>
    public void Object(Action content) => Enclose('{', content, '}');

    /// <summary>A property that is absent where there is no value.</summary>
    public void Property(string name, string? value)
    {
        if (value is null)
            return;
        Name(name);
        String(value);
    }

    public void Property(string name, bool value)
    {
        Name(name);
        Raw(value ? "true" : "false");
    }

    /// <summary>An object under a name.</summary>
    public void Object(string name, Action content)
    {
        Name(name);
        Object(content);
    }

    /// <summary>An array under a name; absent when empty.</summary>
    public void Array<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        Name(name);
        Enclose('[', () =>
        {
            foreach (var item in items)
                write(item);
        }, ']');
    }

    public void Array(string name, IReadOnlyCollection<string> items) => Array(name, items, String);

    public void Number(int value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>JSON that was written elsewhere.</summary>
    public void Raw(string json)
    {
        Separate();
        _text.Append(json);
        _follows = true;
    }

    public override string ToString() => _text.ToString();

    private void Name(string name)
    {
        String(name);
        _text.Append(':');
        _follows = false;
    }

    private void String(string value)
    {
        Separate();
        _text.Append('"');
        for (var at = 0; at < value.Length; at++)
        {
            if (char.IsSurrogatePair(value, at))
                _text.Append(value[at]).Append(value[++at]);
            else
                Append(value[at]);
        }

        _text.Append('"');
        _follows = true;
    }

    private void Append(char letter)
    {
        if (char.IsSurrogate(letter))
            _text.Append("\\ufffd");
        else if (letter is '"' or '\\')
            _text.Append('\\').Append(letter);
        else if (letter is < ' ' or (>= '\x7f' and <= '\x9f') or '<' or '>' or '&' or '\u2028' or '\u2029' or '\ufeff')
            _text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
        else
            _text.Append(letter);
    }

    private void Enclose(char open, Action content, char close)
    {
        Separate();
        _text.Append(open);
        _follows = false;
        content();
        _text.Append(close);
        _follows = true;
    }

    private void Separate()
    {
        if (_follows)
            _text.Append(',');
    }
}
