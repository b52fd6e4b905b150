using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Sql.Lineage;
using DataEngAnalyzers.Sql.Tests.Judges;
using DataEngAnalyzers.Sql.Tests.Judges.Postgres;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>Compares the lineage we read of a statement with what a PostgreSQL server records of it, and with what happens to it on real rows.</summary>
internal sealed partial class JudgedLineage
{
    private const string Tables = """
        SELECT c.oid::regclass::text, string_agg(a.attname, ',' ORDER BY a.attnum)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'judge')
        GROUP BY c.oid
        """;

    // A function with the statement as its body depends on each column that the body names.
    private const string Named = """
        SELECT DISTINCT d.refobjid::regclass::text || '.' || a.attname
        FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE d.objid = 'judge.judged'::regproc AND d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_class'::regclass
        """;

    [GeneratedRegex(@"\b(DISTINCT|UNION|INTERSECT|EXCEPT)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Duplicates { get; }

    [GeneratedRegex(@"^[a-z0-9_.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PlainName { get; }

    private readonly SqlStatement _statement;
    private readonly SqlLineage _lineage;
    private readonly ImmutableHashSet<string> _indirect;
    private readonly List<string> _faults = [];

    private readonly bool _dropsDuplicates;

    private JudgedLineage(string sql, SqlStatement statement, SqlLineage lineage)
    {
        _dropsDuplicates = Duplicates.IsMatch(sql);
        _statement = statement;
        _lineage = lineage;
        _indirect = Names(lineage.Indirect);
    }

    /// <summary>Where we and the server disagree; <see langword="null"/> when it does not accept the statement. Runs inside a trial.</summary>
    public static IReadOnlyList<string>? FaultsOf(JudgedDatabase database, string sql)
    {
        if (!QueryReading.TakeDown(database, SqlPieces.NumberParameters(sql)))
            return null;

        var tables = database.Rows(Tables).ToDictionary(r => Unquoted(r[0]), r => r[1].Split(',').ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        var script = SqlReading.Script(sql, SqlDialect.PostgreSql);
        var lineages = script.Statements.Select(s => script.LineageOf(s, name => tables.TryGetValue(name.Text, out var columns) ? columns : null)).ToList();
        var main = new JudgedLineage(sql, script.Statements[^1], lineages[^1]);
        var named = database.Texts(Named).Select(Unquoted).ToImmutableSortedSet();

        // The server notes no columns of a row that is used as a whole.
        var hasWholeRow = database.Texts("SELECT pg_get_functiondef('judge.judged'::regproc)")[0].Contains(".*", StringComparison.Ordinal);
        main.Compare(hasWholeRow ? null : named, lineages);
        main.CompareNames(database);

        // Which rows a sample takes depends on how wide they are; names that need quotes are not tried.
        var canTry = !sql.Contains("TABLESAMPLE", StringComparison.OrdinalIgnoreCase) && named.Append(main.Target ?? "").All(name => PlainName.IsMatch(name));
        if (canTry)
            main.Try(LineageProbe.Of(database, sql, named, main.Target), named);
        return main._faults;
    }

    private string? Target => _statement.Kind is SqlStatementKind.Select ? null : _statement.Target?.Text;

    // Every column we name is one that the statement names.
    private void Compare(ImmutableSortedSet<string>? named, IEnumerable<SqlLineage> lineages)
    {
        foreach (var lineage in lineages)
        {
            var gaps = lineage.Columns.Aggregate(lineage.Gaps, (all, column) => all | column.Gaps);
            if (gaps is not SqlLineageGaps.None)
                _faults.Add($"we do not know all: {gaps}");

            // The server does not say which column a write goes to, but its row of a conflict holds them all.
            var read = lineage.Columns.Select(column => Names(column.Inputs)).Append(Names(lineage.Indirect)).SelectMany(names => names).Where(name => named?.Contains(name) == false);
            _faults.AddRange(read.Select(name => $"the statement does not name {name}").Distinct());
        }
    }

    private void CompareNames(JudgedDatabase database)
    {
        if (_statement.Kind is not SqlStatementKind.Select || database.FailureOf($"CREATE TEMPORARY TABLE named AS {QueryReading.ExecuteJudged(database)} WITH NO DATA") is not null)
            return;

        var names = database.Texts("SELECT attname FROM pg_attribute WHERE attrelid = 'named'::regclass AND attnum > 0 ORDER BY attnum");
        if (names.Count != _lineage.Columns.Length)
            _faults.Add($"there are {names.Count} columns, and we see {_lineage.Columns.Length}");
        _faults.AddRange(names.Zip(_lineage.Columns).Where(pair => pair.Second.Name is { } name && !SqlWords.Same(name, pair.First)).Select(pair => $"{pair.First} is called {pair.Second.Name}"));
    }

    // Every column that makes a difference is one we name, for the output that differs.
    private void Try(LineageProbe probe, ImmutableSortedSet<string> named)
    {
        var places = Target is null ? _lineage.Columns.Select(column => column.Name).ToList() : probe.TargetColumns().ConvertAll(name => (string?)name);
        foreach (var column in named.Where(column => !_indirect.Contains(column) && !IsNewRows(column)))
        {
            foreach (var place in probe.InfluencedBy(column))
            {
                if (!Explains(column, place, places))
                    _faults.Add($"{column} makes a difference to {(place < 0 ? "the number of rows" : place < places.Count ? places[place] : "a column we do not see")}");
            }
        }
    }

    // The rows that an INSERT adds to are in its result.
    private bool IsNewRows(string column) => _statement.Kind is SqlStatementKind.Insert && IsOfTarget(column);

    private bool IsOfTarget(string column) => Target is { } target && SqlWords.Same(LineageProbe.TableOf(column), target);

    private bool Explains(string column, int place, List<string?> places)
    {
        // What a column of the target holds is in the result, and so is the number of its rows.
        if (Target is not null && (place < 0 || place >= places.Count || !Writes(places[place]!) || (IsOfTarget(column) && column.EndsWith("." + places[place], StringComparison.Ordinal))))
            return place >= 0 || IsOfTarget(column);

        // Which rows are the same, or are there already, depends on all that the row is made of.
        var anywhere = place < 0 || _statement.WriteMode is SqlWriteMode.Upsert or SqlWriteMode.AppendIfAbsent or SqlWriteMode.Merge || _dropsDuplicates;
        for (var i = 0; i < _lineage.Columns.Length; i++)
        {
            var output = _lineage.Columns[i];
            var isHere = Target is null ? i == place : place < places.Count && place >= 0 && SqlWords.Same(output.Name ?? "", places[place] ?? "");
            if ((isHere || anywhere) && Names(output.Inputs).Contains(column))
                return true;
        }

        return false;
    }

    private bool Writes(string column) => _lineage.Columns.Any(output => SqlWords.Same(output.Name ?? "", column));

    private static ImmutableHashSet<string> Names(IEnumerable<SqlLineageInput> inputs) =>
        [.. inputs.Select(input => input.Source).Where(source => source.Kind is SqlLineageSourceKind.Column).Select(source => Unquoted(source.ToString()))];

    private static string Unquoted(string name) => name.Replace("\"", "", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);
}
