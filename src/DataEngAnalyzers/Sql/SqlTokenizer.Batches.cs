using System;

namespace DataEngAnalyzers.Sql;

/// <summary>What command-line tools put between batches: GO, Oracle's slash, and the delimiter of MySQL's own choice.</summary>
internal sealed partial class SqlTokenizer
{
    // What DELIMITER set, other than a semicolon.
    private string? _delimiter;

    private bool ReadBatchEnd(char c)
    {
        if (_delimiter is { } delimiter && c == delimiter[0] && string.CompareOrdinal(_text, _at, delimiter, 0, delimiter.Length) == 0)
        {
            Add(SqlTokenKind.BatchEnd, Math.Min(_at + delimiter.Length, _end));
            return true;
        }

        if (c is not '/' || _dialect is not SqlDialect.Oracle || !BeginsLine() || !IsBlankTo(EndOfLine()))
            return false;

        Add(SqlTokenKind.BatchEnd, _at + 1);
        return true;
    }

    // GO separates batches only when it has the line to itself, with at most a repeat count.
    private bool IsBatchEnd(int end)
    {
        if (_dialect is not (SqlDialect.TSql or SqlDialect.Unknown) || end - _at != 2 || (_text[_at] | 0x20) != 'g' || (_text[_at + 1] | 0x20) != 'o' || !BeginsLine())
            return false;

        for (var i = end; i < _end && _text[i] is not ('\n' or '\r'); i++)
        {
            if (!char.IsWhiteSpace(_text[i]) && !char.IsDigit(_text[i]) && _text[i] is not ';')
                return false;
        }

        return true;
    }

    private bool IsDelimiterCommand(int end) =>
        end - _at == 9 && _dialect is SqlDialect.MySql && string.Compare(_text, _at, "DELIMITER", 0, 9, StringComparison.OrdinalIgnoreCase) == 0 && BeginsLine();

    private void SetDelimiter(int end)
    {
        var line = EndOfLine();
        var delimiter = _text.Substring(end, line - end).Trim();
        _delimiter = delimiter is "" or ";" ? null : delimiter;
        Add(SqlTokenKind.BatchEnd, line);
    }

    private bool BeginsLine()
    {
        for (var i = _at - 1; i >= 0 && _text[i] is not ('\n' or '\r'); i--)
        {
            if (!char.IsWhiteSpace(_text[i]))
                return false;
        }

        return true;
    }

    private bool IsBlankTo(int end)
    {
        for (var i = _at + 1; i < end; i++)
        {
            if (!char.IsWhiteSpace(_text[i]))
                return false;
        }

        return true;
    }
}
