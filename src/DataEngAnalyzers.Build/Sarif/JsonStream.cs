using System;
using System.IO;
using System.Text.Json;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Walks a JSON text of any size token by token, and takes whole values out of it where asked to.</summary>
internal sealed class JsonStream
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private readonly Stream _stream;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private JsonReaderState _state = new(Options);

    public JsonStream(Stream stream)
    {
        _stream = stream;
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
            _start = 3;
    }

    /// <summary>The last token's name; empty when it was no property name.</summary>
    public string Name { get; private set; } = string.Empty;

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

    /// <summary>Passes over the value that comes next.</summary>
    public void Skip()
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read() && reader.TrySkip())
            {
                Accept(reader);
                return;
            }

            NeedMore();
        }
    }

    private Utf8JsonReader Reader() => new(_buffer.AsSpan(_start, _end - _start), _ended, _state);

    private void Accept(Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
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
