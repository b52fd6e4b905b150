using System;
using System.IO;
using System.Text.Json;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Walks a JSON text of any size token by token, and takes whole values out of it where asked to.</summary>
internal sealed class JsonStream
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private readonly Stream _stream;
    private readonly int _mostBuffered;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private int _nextLine = 1;
    private int _nextColumn = 1;
    private JsonReaderState _state = new(Options);

    /// <param name="stream">The text.</param>
    /// <param name="mostBuffered">How many bytes one value that is taken may have.</param>
    public JsonStream(Stream stream, int mostBuffered = int.MaxValue)
    {
        _stream = stream;
        _mostBuffered = mostBuffered;
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
            _start = 3;
    }

    /// <summary>The last token's name; empty when it was no property name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Gets the line of the last token, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Gets where on its line the last token starts, in bytes from 1.</summary>
    public int Column { get; private set; } = 1;

    /// <summary>Reads the next token.</summary>
    /// <exception cref="JsonException">The text is no JSON, or ends here.</exception>
    public JsonTokenType Read()
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read())
            {
                Name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : string.Empty;
                Accept(reader);
                return reader.TokenType;
            }

            NeedMore();
        }
    }

    /// <summary>Takes the value that comes next.</summary>
    public JsonElement ReadValue() =>
        TryReadItem(out var value) ? value : throw new JsonException("a value is missing");

    /// <summary>Takes the next value; <see langword="false"/> at the end of the array that is being read.</summary>
    public bool TryReadItem(out JsonElement item)
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    Accept(reader);
                    item = default;
                    return false;
                }

                if (JsonDocument.TryParseValue(ref reader, out var document))
                {
                    Accept(reader);
                    using (document)
                        item = document.RootElement.Clone();
                    return true;
                }
            }

            NeedMore();
        }
    }

    /// <summary>Passes over the value that comes next, of any size.</summary>
    public void Skip()
    {
        var depth = 0;
        while (true)
        {
            var reader = Reader();
            while (reader.Read())
            {
                depth += reader.TokenType switch
                {
                    JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                    JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                    _ => 0,
                };
                if (depth == 0)
                {
                    Accept(reader);
                    return;
                }
            }

            Advance((int)reader.BytesConsumed, isToken: false);
            _state = reader.CurrentState;
            NeedMore();
        }
    }

    private Utf8JsonReader Reader() => new(_buffer.AsSpan(_start, _end - _start), _ended, _state);

    private void Accept(Utf8JsonReader reader)
    {
        Advance((int)reader.TokenStartIndex, isToken: true);
        Advance((int)(reader.BytesConsumed - reader.TokenStartIndex), isToken: false);
        _state = reader.CurrentState;
    }

    private void Advance(int count, bool isToken)
    {
        var passed = _buffer.AsSpan(_start, count);
        _start += count;
        while (passed.IndexOf((byte)'\n') is var end and >= 0)
        {
            passed = passed.Slice(end + 1);
            (_nextLine, _nextColumn) = (_nextLine + 1, 1);
        }

        _nextColumn += passed.Length;
        if (isToken)
            (Line, Column) = (_nextLine, _nextColumn);
    }

    private void NeedMore()
    {
        if (_ended)
            throw new JsonException("the text ends too early");
        Fill();
    }

    // A value that fills the whole buffer is read again with twice the room, so the work stays linear.
    private void Fill()
    {
        var rest = _end - _start;
        if (rest > _buffer.Length / 2 && _buffer.Length >= _mostBuffered)
            throw new JsonException($"a value has more than {_mostBuffered} bytes");
        var target = rest > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, rest);
        (_buffer, _start, _end) = (target, 0, rest);
        while (_end < _buffer.Length)
        {
            var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _ended = read == 0;
            if (_ended)
                return;
            _end += read;
        }
    }
}
