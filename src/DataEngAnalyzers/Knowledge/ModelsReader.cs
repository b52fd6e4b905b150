using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Knowledge;

/// <summary>
/// Reads a model file (see FORMAT.md) in one pass. A bad row becomes a <see cref="ModelsError"/>; all other rows still count.
/// </summary>
internal sealed class ModelsReader
{
    private const string TwinSuffix = "[Async]";

    private readonly string _path;
    private readonly string _text;
    private readonly ImmutableArray<ApiModel>.Builder _rows = ImmutableArray.CreateBuilder<ApiModel>();
    private readonly ImmutableArray<string>.Builder _removed = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ModelsError>.Builder _errors = ImmutableArray.CreateBuilder<ModelsError>();
    private readonly HashSet<(string Id, ApiRole Role)> _seen = [];
    private ApiLibrary? _library;

    private ModelsReader(string path, string text)
    {
        _path = path;
        _text = text;
    }

    /// <summary>Parses the whole text; never throws on what it contains.</summary>
    public static ModelsFile Read(string path, string text)
    {
        var reader = new ModelsReader(path, text);
        reader.ReadLines();
        return new ModelsFile(path, reader._rows.ToImmutable(), reader._removed.ToImmutable(), reader._errors.ToImmutable());
    }

    private void ReadLines()
    {
        var words = new List<Word>();
        var start = 0;
        for (var line = 0; start < _text.Length; line++)
        {
            var end = _text.IndexOf('\n', start);
            if (end < 0)
                end = _text.Length;

            SplitWords(words, line, start, end);
            if (words.Count > 0)
                ReadLine(words);
            start = end + 1;
        }
    }

    /// <summary>Splits a line at white space, up to a word that begins with <c>#</c>.</summary>
    private void SplitWords(List<Word> words, int line, int start, int end)
    {
        words.Clear();
        var position = start;
        while (position < end)
        {
            if (char.IsWhiteSpace(_text[position]) || _text[position] == '\uFEFF')
            {
                position++;
                continue;
            }

            if (_text[position] == '#')
                return;

            var from = position;
            while (position < end && !char.IsWhiteSpace(_text[position]))
                position++;
            words.Add(new Word(_text.Substring(from, position - from), from, line, from - start));
        }
    }

    private void ReadLine(List<Word> words)
    {
        var first = words[0].Text;
        if (first == "library")
            ReadLibrary(words);
        else if (first[0] == '!')
            ReadRemoval(words);
        else
            ReadRow(words);
    }

    private void ReadLibrary(List<Word> words)
    {
        if (words.Count < 2 || words[1].Text.IndexOf('=') >= 0)
        {
            Report(words[0], "a library line begins with the name of the library");
            return;
        }

        var assemblies = ImmutableArray<string>.Empty;
        var namespaces = ImmutableArray<string>.Empty;
        string? store = null;
        for (var i = 2; i < words.Count; i++)
        {
            if (!TrySplit(words[i], out var key, out var value))
                continue;

            var names = ImmutableArray.Create(value.Split([','], StringSplitOptions.RemoveEmptyEntries));
            if (key == "assemblies")
                assemblies = names;
            else if (key == "namespaces")
                namespaces = names;
            else if (key == "store")
                store = value;
            else
                Report(words[i], $"a library line has no key '{key}'");
        }

        _library = new ApiLibrary(words[1].Text, assemblies, namespaces) { Store = store };
    }

    private void ReadRemoval(List<Word> words)
    {
        var id = words[0].Text.Substring(1);
        if (words.Count > 1)
            Report(words[1], "a removal is an id alone");
        else if (SymbolName.TryParse(WithoutTwin(id)) is null)
            Report(words[0], $"'{id}' is not a documentation-comment id");
        else
            _removed.AddRange(Twins(id));
    }

    private void ReadRow(List<Word> words)
    {
        var id = words[0].Text;
        if (SymbolName.TryParse(WithoutTwin(id)) is null)
            Report(words[0], $"'{id}' is not a documentation-comment id (M:, P:, F: or T: and a full name)");
        else if (_library is null)
            Report(words[0], "a 'library' line must come before the first row");
        else if (words.Count < 2)
            Report(words[0], $"'{id}' has no role");
        else if (!RoleGrammar.TryGetRole(words[1].Text, out var role))
            Report(words[1], $"'{words[1].Text}' is not a role");
        else if (ReadValues(words) is { } values)
            AddRow(words[0], role, values, _library);
    }

    private void AddRow(Word word, ApiRole role, ImmutableArray<KeyValuePair<string, string>> values, ApiLibrary library)
    {
        foreach (var id in Twins(word.Text))
        {
            if (!_seen.Add((id, role)))
                Report(word, $"'{id}' already has this role");
            else
                _rows.Add(new ApiModel(SymbolName.TryParse(id)!, role, library, values));
        }
    }

    /// <summary>The <c>key=value</c> words of a row; null when one of them is wrong.</summary>
    private ImmutableArray<KeyValuePair<string, string>>? ReadValues(List<Word> words)
    {
        var errors = _errors.Count;
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(words.Count - 2);
        for (var i = 2; i < words.Count; i++)
        {
            if (!TrySplit(words[i], out var key, out var value))
                continue;

            if (RoleGrammar.Complaint(words[1].Text, key, value) is { } complaint)
                Report(words[i], complaint);
            else if (HasKey(values, key))
                Report(words[i], $"key '{key}' is given twice");
            else
                values.Add(new KeyValuePair<string, string>(key, value));
        }

        return _errors.Count == errors ? values.ToImmutable() : null;
    }

    private static bool HasKey(ImmutableArray<KeyValuePair<string, string>>.Builder values, string key)
    {
        foreach (var value in values)
        {
            if (value.Key == key)
                return true;
        }

        return false;
    }

    private bool TrySplit(Word word, out string key, out string value)
    {
        var equals = word.Text.IndexOf('=');
        key = equals < 0 ? word.Text : word.Text.Substring(0, equals);
        value = equals < 0 ? "" : word.Text.Substring(equals + 1);
        if (key.Length > 0 && value.Length > 0)
            return true;

        Report(word, $"expected key=value, found '{word.Text}'");
        return false;
    }

    private static string WithoutTwin(string id) => id.Replace(TwinSuffix, "");

    private static ImmutableArray<string> Twins(string id) => id.Contains(TwinSuffix)
        ? ImmutableArray.Create(WithoutTwin(id), id.Replace(TwinSuffix, "Async"))
        : ImmutableArray.Create(id);

    private void Report(Word word, string message) =>
        _errors.Add(new ModelsError(_path, new TextSpan(word.Start, word.Text.Length), word.Line, word.Column, message));

    private readonly record struct Word(string Text, int Start, int Line, int Column);
}
