using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>A table where a query reads it.</summary>
/// <param name="Name">The table.</param>
/// <param name="Alias">The name it goes by there.</param>
/// <param name="IsLeftJoined">Rows without a partner in it stay.</param>
/// <param name="IsAbsenceTested">Read to find out what it does not hold.</param>
/// <param name="IsNested">Read by a subquery, not by the statement's own FROM.</param>
internal readonly record struct SqlTableUse(SqlName Name, string? Alias, bool IsLeftJoined, bool IsAbsenceTested, bool IsNested);

/// <summary>What is known of a statement while it is being read.</summary>
internal sealed class SqlStatementBuilder
{
    public SqlStatementKind Kind { get; set; }

    public SqlName? Target { get; set; }

    public SqlWriteMode WriteMode { get; set; }

    public ImmutableArray<SqlName> Columns { get; set; } = ImmutableArray<SqlName>.Empty;

    public bool? HasColumnList { get; set; } = false;

    public bool HasJoinOrFrom { get; set; }

    public SqlConflict? Conflict { get; set; }

    public SqlValues? Values { get; set; }

    public SqlSpan? AppendPoint { get; set; }

    public SqlTableDefinition? Definition { get; set; }

    public SqlIndexDefinition? Index { get; set; }

    public SqlSpan? WhereSpan { get; set; }

    public bool HasLimit { get; set; }

    public bool HasOrderBy { get; set; }

    /// <summary>A hole stands where a further clause could begin.</summary>
    public bool HasClauseHole { get; set; }

    /// <summary>Where <c>SELECT … INTO</c> puts its rows.</summary>
    public SqlName? IntoTable { get; set; }

    public bool IsGuardedByExistence { get; set; }

    public List<SqlSchemaChange> Changes { get; } = new();

    public List<SqlTableUse> Tables { get; } = new();

    public List<SqlSpan> Stars { get; } = new();

    public List<SqlPredicate> Predicates { get; } = new();

    public List<SqlAssignment> Assignments { get; } = new();

    public List<SqlClock> Clocks { get; } = new();

    public List<string> Hints { get; } = new();

    /// <summary>Indexes of parameter tokens, in order.</summary>
    public List<int> Parameters { get; } = new();

    /// <summary>The column a parameter token is written into or compared with.</summary>
    public Dictionary<int, string> Bindings { get; } = new();

    public SqlStatement Build(SqlTokens tokens, SqlSpan span) => new()
    {
        Kind = Kind,
        Span = span,
        Target = Target,
        WriteMode = WriteMode,
        Columns = Columns,
        HasColumnList = HasColumnList,
        HasWhere = WhereSpan is not null ? true : HasClauseHole ? null : false,
        WhereSpan = WhereSpan,
        HasJoinOrFrom = HasJoinOrFrom,
        Sources = ReadTables(),
        Stars = Stars.ToImmutableArray(),
        Predicates = Predicates.ToImmutableArray(),
        Assignments = Assignments.ToImmutableArray(),
        Parameters = BindParameters(tokens),
        Clocks = Clocks.ToImmutableArray(),
        Conflict = Conflict,
        Values = Values,
        AppendPoint = AppendPoint,
        Definition = Definition,
        Index = Index,
        Changes = Changes.ToImmutableArray(),
        IsGuardedByExistence = IsGuardedByExistence,
        HasLimit = HasLimit,
        HasOrderBy = HasOrderBy,
        Hints = Hints.ToImmutableArray(),
    };

    private ImmutableArray<SqlName> ReadTables()
    {
        var names = ImmutableArray.CreateBuilder<SqlName>();
        foreach (var table in Tables)
            names.Add(table.Name);

        return names.ToImmutable();
    }

    private ImmutableArray<SqlParameter> BindParameters(SqlTokens tokens)
    {
        var parameters = ImmutableArray.CreateBuilder<SqlParameter>(Parameters.Count);
        foreach (var at in Parameters)
        {
            Bindings.TryGetValue(at, out var column);
            var token = tokens[at];
            parameters.Add(new SqlParameter(NameOf(tokens.Text(at)), new SqlSpan(token.Start, token.Length), column));
        }

        return parameters.MoveToImmutable();
    }

    /// <summary>A parameter's name without what marks it as one.</summary>
    public static string NameOf(string parameter) => parameter.Trim('@', ':', '$', '?', '{', '}', '=');
}
