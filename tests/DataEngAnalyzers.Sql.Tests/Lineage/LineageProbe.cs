using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Sql.Tests.Judges;
using DataEngAnalyzers.Sql.Tests.Judges.Postgres;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>
/// Finds out what a column influences by trying: the tables are filled, the prepared statement runs, one column gets other values, the
/// statement runs again. What differs then is influenced; what does not may still be, with other values.
/// </summary>
internal sealed partial class LineageProbe
{
    private const int Rows = 30;
    private const int Seeds = 2;

    private readonly Dictionary<int, List<string[]>?> _before = [];
    private readonly JudgedDatabase _database;
    private readonly string _words;
    private readonly string _run;
    private readonly string? _target;
    private readonly ImmutableArray<string> _tables;

    private LineageProbe(JudgedDatabase database, string sql, string run, string? target, ImmutableArray<string> tables)
    {
        _database = database;
        _words = string.Join(", ", StringConstant.Matches(sql).Select(m => m.Value).Append("'a'").Append("'b'").Append("'c'").Distinct());
        _run = run;
        _target = target;
        _tables = tables;
    }

    [GeneratedRegex("'(?:[^'{\\[]|'')*'")]
    private static partial Regex StringConstant { get; }

    /// <summary>A probe of the statement that is prepared as <c>judged</c>; what a write leaves in its target is its result.</summary>
    public static LineageProbe Of(JudgedDatabase database, string sql, IEnumerable<string> columns, string? target)
    {
        var tables = columns.Select(TableOf).Concat(target is null ? [] : [target]).Distinct().ToImmutableArray();
        var bases = tables.Where(table => database.Texts($"SELECT relkind FROM pg_class WHERE oid = '{table}'::regclass")[0] is "r").ToImmutableArray();
        return new LineageProbe(database, sql, QueryReading.ExecuteJudged(database), target, bases);
    }

    public static string TableOf(string column) => column[..column.LastIndexOf('.')];

    /// <summary>The places of the result's columns whose values differ when the column's do; -1 when the number of rows differs.</summary>
    public ImmutableHashSet<int> InfluencedBy(string column)
    {
        var influenced = ImmutableHashSet<int>.Empty;
        for (var seed = 0; seed < Seeds; seed++)
        {
            if (Before(seed) is not { } before || ResultWith(seed, column) is not { } after)
                continue;
            if (before.Count != after.Count)
                influenced = influenced.Add(-1);
            for (var place = 0; before.Count > 0 && place < before[0].Length; place++)
            {
                if (!Values(before, place).SequenceEqual(Values(after, place)))
                    influenced = influenced.Add(place);
            }
        }

        return influenced;
    }

    /// <summary>The columns of a written table, in the order of the result.</summary>
    public List<string> TargetColumns() => 
        _database.Texts($"SELECT attname FROM pg_attribute WHERE attrelid = '{_target}'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");

    private static IEnumerable<string> Values(List<string[]> rows, int place) => rows.Select(row => row[place]).Order(StringComparer.Ordinal);

    private List<string[]>? Before(int seed)
    {
        if (!_before.TryGetValue(seed, out var result))
            _before[seed] = result = ResultWith(seed, null);
        return result;
    }

    private List<string[]>? ResultWith(int seed, string? changed)
    {
        _database.Execute("SAVEPOINT probe; SET LOCAL session_replication_role = replica");
        try
        {
            foreach (var table in _tables)
                Fill(table, seed, changed);
            if (_target is null)
                return _database.Rows(_run);

            _database.Execute(_run);
            return _database.Rows($"SELECT * FROM {_target}");
        }
        catch (Npgsql.PostgresException)
        {
            // With these values the statement cannot run: a cast, a key that is there already.
            return null;
        }
        finally
        {
            _database.Execute("ROLLBACK TO probe");
        }
    }

    private void Fill(string table, int seed, string? changed)
    {
        var columns = _database.Rows($"""
            SELECT a.attname, format_type(a.atttypid, NULL), a.attnum,
                   EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisunique AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum)
            FROM pg_attribute a
            WHERE a.attrelid = '{table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY a.attnum
            """);
        var values = columns.Select(column => Value(column, seed + ($"{table}.{column[0]}" == changed ? 1000 : 0)));
        _database.Execute($"DELETE FROM {table}");
        _database.Execute($"""
            INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column[0]}\""))}) OVERRIDING SYSTEM VALUE
            SELECT {string.Join(", ", values)} FROM generate_series(1, {Rows}) AS i ON CONFLICT DO NOTHING
            """);
    }

    private string Value(string[] column, int seed)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"abs(hashint4(i * 31 + {column[2]} * 1009 + {seed} * 7919)::bigint)");

        // Keys take every value once, in another order for another seed.
        var key = string.Create(CultureInfo.InvariantCulture, $"((i * 7 + {seed}) % 31)");
        var isKey = column[3] is "t";
        return column[1] switch
        {
            "smallint" or "integer" or "bigint" => isKey ? key : $"1 + {number} % 5",
            "numeric" or "double precision" or "real" => isKey ? key : $"({number} % 400) / 4.0",
            "text" or "character varying" => isKey ? $"'k' || {key}" : $"(ARRAY[{_words}])[1 + {number} % {_words.Split(", ").Length}]",
            "character" => $"(ARRAY['EUR', 'USD', 'U', 'I', 'D'])[1 + {number} % 5]",
            "boolean" => $"{number} % 2 = 0",
            "date" when isKey => $"'2026-01-01'::date + {key}",
            "date" => $"'2026-01-01'::date + ({number} % 12)::int",
            "timestamp with time zone" or "timestamp without time zone" => $"'2026-01-01'::timestamptz + {number} % 300 * interval '1 hour'",
            "jsonb" => $"jsonb_build_object('a', {number} % 9, 'items', jsonb_build_array({number} % 7))",
            "text[]" => $"ARRAY['t' || {number} % 4, 'u' || {number} % 3]",
            _ => "NULL",
        };
    }
}
