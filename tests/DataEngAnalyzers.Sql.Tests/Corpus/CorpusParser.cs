using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Tests.Corpus;

/// <summary>
/// Reads a file of the corpus. A case begins with <c>-- # name</c>; the lines that follow it at once say what is expected:
/// <c>-- : short form</c> of a statement, <c>-- + line</c> of the long form, <c>-- ! judge: reason</c> of a known disagreement,
/// <c>-- = SQL</c> that prepares the tables. What stands before the first case holds for all of them.
/// </summary>
internal sealed class CorpusParser
{
    private const string CaseMark = "-- # ";

    private readonly SqlDialect _dialect;
    private readonly string _topic;
    private readonly string[] _lines;
    private int _at;

    private CorpusParser(SqlDialect dialect, string topic, string text)
    {
        _dialect = dialect;
        _topic = topic;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
    }

    public static IEnumerable<CorpusCase> Parse(SqlDialect dialect, string topic, string text) => new CorpusParser(dialect, topic, text).Parse();

    private IEnumerable<CorpusCase> Parse()
    {
        var setup = new List<string>();
        for (; _at < _lines.Length && !BeginsCase(); _at++)
        {
            if (Marked('=') is { } line)
                setup.Add(line);
        }

        while (_at < _lines.Length)
            yield return ParseCase(setup);
    }

    private CorpusCase ParseCase(IEnumerable<string> fileSetup)
    {
        var name = _lines[_at++][CaseMark.Length..].Trim();
        var expected = ImmutableArray.CreateBuilder<string>();
        var facts = ImmutableArray.CreateBuilder<string>();
        var disagreements = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        var setup = new List<string>(fileSetup);
        for (; _at < _lines.Length; _at++)
        {
            if (Marked(':') is { } statement)
                expected.Add(statement);
            else if (Marked('+') is { } fact)
                facts.Add(fact);
            else if (Marked('=') is { } preparation)
                setup.Add(preparation);
            else if (Marked('!') is { } disagreement)
                Add(disagreements, disagreement, name);
            else
                break;
        }

        var from = _at;
        while (_at < _lines.Length && !BeginsCase())
            _at++;
        return new CorpusCase(_dialect, _topic, name, string.Join('\n', _lines[from.._at]).Trim('\n'))
        {
            Expected = expected.ToImmutable(),
            Facts = facts.ToImmutable(),
            Disagreements = disagreements.ToImmutable(),
            Setup = string.Join('\n', setup),
        };
    }

    private void Add(ImmutableDictionary<string, string>.Builder disagreements, string line, string name)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            throw new FormatException($"{_topic}: {name}: a known disagreement is written «judge: reason»");

        disagreements.Add(line[..colon], line[(colon + 2)..]);
    }

    private bool BeginsCase() => _lines[_at].StartsWith(CaseMark, StringComparison.Ordinal);

    private string? Marked(char mark)
    {
        var line = _lines[_at];
        return line.StartsWith("-- " + mark, StringComparison.Ordinal) && (line.Length == 4 || line[4] is ' ') ? line[4..].Trim() : null;
    }
}
