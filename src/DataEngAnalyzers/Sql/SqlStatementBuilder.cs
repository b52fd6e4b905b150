using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>A table where a query reads it.</summary>
/// <param name="Name">The table.</param>
/// <param name="Alias">The name it goes by there.</param>
/// <param name="IsLeftJoined">Rows without a partner in it stay.</param>
/// <param name="IsAbsenceTested">Read to find out what it does not hold.</param>
/// <param name="IsNested">Read by a subquery, not by the statement's own FROM.</param>
internal sealed record SqlTableUse(SqlName Name, string? Alias, bool IsLeftJoined, bool IsAbsenceTested, bool IsNested);

/// <summary>The table and columns behind <c>OUTPUT … INTO</c>.</summary>
internal sealed record SqlOutputTarget(SqlName Table, ImmutableArray<SqlName> Columns, SqlSpan Span);

/// <summary>What is known of a statement while it is being read.</summary>
internal sealed class SqlStatementBuilder
{
    private static readonly char[] Sigils = ['@', ':', '$', '?', '{', '}', '='];

    // Most statements need few of these.
    private List<SqlSchemaChange>? _changes;
    private List<SqlTableUse>? _tables;
    private List<SqlSpan>? _stars;
    private List<SqlPredicate>? _predicates;
    private List<SqlAssignment>? _assignments;
    private List<SqlClock>? _clocks;
    private List<string>? _hints;
    private List<SqlDirtyRead>? _dirtyReads;
    private List<SqlRowNumber>? _rowNumbers;
    private List<int>? _parameters;
    private Dictionary<int, string>? _bindings;

    public SqlStatementKind Kind { get; set; }

    public SqlName? Target { get; set; }

    public SqlWriteMode WriteMode { get; set; }

    public ImmutableArray<SqlName> Columns { get; set; } = ImmutableArray<SqlName>.Empty;

    public bool? HasColumnList { get; set; } = false;

    public bool HasJoinOrFrom { get; set; }

    public ImmutableArray<SqlName> Partition { get; set; } = ImmutableArray<SqlName>.Empty;

    public SqlConflict? Conflict { get; set; }

    public SqlValues? Values { get; set; }

    public SqlSpan? AppendPoint { get; set; }

    public SqlTableDefinition? Definition { get; set; }

    public SqlIndexDefinition? Index { get; set; }

    public SqlSpan? WhereSpan { get; set; }

    public bool HasLimit { get; set; }

    public bool HasOrderBy { get; set; }

    public ImmutableArray<SqlName>? OrderedBy { get; set; }

    public SqlSpan? Offset { get; set; }

    public SqlRowLimit? Limit { get; set; }

    /// <summary>A hole stands where a further clause could begin.</summary>
    public bool HasClauseHole { get; set; }

    /// <summary>Where <c>SELECT … INTO</c> puts its rows.</summary>
    public SqlName? IntoTable { get; set; }

    /// <summary>Where OUTPUT puts the rows that were changed.</summary>
    public SqlOutputTarget? Output { get; set; }

    /// <summary>Opening parentheses of writes inside the statement.</summary>
    public List<int>? NestedWrites { get; private set; }

    public string? RunsAlone { get; set; }

    public bool IsGuardedByExistence { get; set; }

    public List<SqlSchemaChange> Changes => _changes ??= new();

    public List<SqlTableUse> Tables => _tables ??= new();

    public List<SqlSpan> Stars => _stars ??= new();

    public List<SqlPredicate> Predicates => _predicates ??= new();

    public List<SqlAssignment> Assignments => _assignments ??= new();

    public List<SqlClock> Clocks => _clocks ??= new();

    public List<string> Hints => _hints ??= new();

    public List<SqlDirtyRead> DirtyReads => _dirtyReads ??= new();

    public List<SqlRowNumber> RowNumbers => _rowNumbers ??= new();

    /// <summary>Indexes of parameter tokens, in order.</summary>
    public List<int> Parameters => _parameters ??= new();

    /// <summary>The column a parameter token is written into or compared with.</summary>
    public Dictionary<int, string> Bindings => _bindings ??= new();

    public void AddNestedWrite(int open) => (NestedWrites ??= new()).Add(open);

    public SqlStatement Build(SqlTokens tokens, int from, int to) => new()
    {
        Kind = Kind,
        Span = tokens.Span(from, to),
        IsQuoted = tokens.IsQuoted,
        Target = Target,
        WriteMode = WriteMode,
        Columns = Columns,
        HasColumnList = HasColumnList,
        HasWhere = WhereSpan is not null ? true : HasClauseHole ? null : false,
        WhereSpan = WhereSpan,
        HasJoinOrFrom = HasJoinOrFrom,
        Reads = Freeze(_tables),
        Partition = Partition,
        Stars = Freeze(_stars),
        Predicates = Freeze(_predicates),
        Assignments = Freeze(_assignments),
        Parameters = BindParameters(tokens),
        Clocks = Freeze(_clocks),
        Conflict = Conflict,
        Values = Values,
        AppendPoint = AppendPoint,
        Definition = Definition,
        Index = Index,
        Changes = Freeze(_changes),
        RunsAlone = RunsAlone,
        IsGuardedByExistence = IsGuardedByExistence,
        HasLimit = HasLimit ? true : HasClauseHole ? null : false,
        HasOrderBy = HasOrderBy ? true : HasClauseHole ? null : false,
        OrderedBy = HasClauseHole ? null : OrderedBy,
        Offset = Offset,
        Holes = SqlHoles.Find(tokens, from, to),
        Hints = Freeze(_hints),
        Limit = Limit,
        RowNumbers = Freeze(_rowNumbers),
        DirtyReads = Freeze(_dirtyReads),
    };

    private static ImmutableArray<T> Freeze<T>(List<T>? list) => list is null ? ImmutableArray<T>.Empty : list.ToImmutableArray();

    public void AddParameters(SqlTokens tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens.Is(at, SqlTokenKind.Parameter))
                Parameters.Add(at);
        }
    }

    private ImmutableArray<SqlParameter> BindParameters(SqlTokens tokens)
    {
        if (_parameters is null)
            return ImmutableArray<SqlParameter>.Empty;

        var parameters = ImmutableArray.CreateBuilder<SqlParameter>(_parameters.Count);
        foreach (var at in _parameters)
        {
            string? column = null;
            _bindings?.TryGetValue(at, out column);
            var token = tokens[at];
            parameters.Add(new SqlParameter(NameOf(tokens.Text(at)), new SqlSpan(token.Start, token.Length), column));
        }

        return parameters.MoveToImmutable();
    }

    /// <summary>A parameter's name without what marks it as one.</summary>
    public static string NameOf(string parameter) => parameter.Trim(Sigils);
}
