using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

internal enum SqlStatementKind
{
    /// <summary>The head of the statement is a hole, or nothing the reader knows.</summary>
    Unknown,
    Select,
    Insert,
    Update,
    Delete,
    Merge,
    Truncate,
    CreateTable,
    CreateIndex,
    CreateView,

    /// <summary>CREATE or ALTER of a procedure, function, trigger, package, task, event or pipe; what it does when it runs is <see cref="SqlStatement.Body"/>.</summary>
    CreateRoutine,
    AlterTable,
    Drop,
    Rename,
    Copy,
    Load,
    Call,
    Begin,
    Commit,
    Rollback,

    /// <summary>Sets, releases or returns to a savepoint.</summary>
    Savepoint,
    Set,

    /// <summary>A known statement that neither moves rows nor changes tables.</summary>
    Other,
}

/// <summary>What a statement does to the rows its target already has.</summary>
internal enum SqlWriteMode
{
    None,
    Append,

    /// <summary>Rows the target already has are left out: <c>DO NOTHING</c>, <c>INSERT IGNORE</c>, <c>OR IGNORE</c>, <c>NOT EXISTS</c> on the target.</summary>
    AppendIfAbsent,

    /// <summary>Rows the target already has are replaced or updated: <c>ON CONFLICT DO UPDATE</c>, <c>ON DUPLICATE KEY</c>, <c>OR REPLACE</c>.</summary>
    Upsert,
    Merge,

    /// <summary>The target holds only the new rows afterwards: <c>INSERT OVERWRITE</c>, <c>CREATE TABLE AS</c>, <c>SELECT INTO</c>.</summary>
    Overwrite,

    /// <summary>The new rows take the place of those of the same partition, or of those that meet a condition: <c>INSERT OVERWRITE … PARTITION</c>, <c>REPLACE WHERE</c>.</summary>
    ReplacePartition,
    Update,
    Delete,
    Truncate,

    /// <summary>It writes, but a hole hides how.</summary>
    Unknown,
}

/// <summary>What the reader understood of one statement. A <see langword="null"/> flag means that a hole hides the answer.</summary>
internal sealed record SqlStatement
{
    public SqlStatementKind Kind { get; init; }

    public SqlSpan Span { get; init; }

    /// <summary>The statement stands in a string in which every quote is written twice.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>From the statement's first word to its target.</summary>
    public SqlSpan Head => Target is { } target && Span.Contains(target.Span) ? SqlSpan.FromBounds(Span.Start, target.Span.End) : Span;

    /// <summary>The table written, changed or created; aliases are resolved.</summary>
    public SqlName? Target { get; init; }

    public SqlWriteMode WriteMode { get; init; }

    /// <summary>The column list of INSERT, COPY, LOAD or of the INSERT branch of MERGE.</summary>
    public ImmutableArray<SqlName> Columns { get; init; } = ImmutableArray<SqlName>.Empty;

    public bool? HasColumnList { get; init; }

    /// <summary>The statement itself, not a subquery of it, has a WHERE.</summary>
    public bool? HasWhere { get; init; }

    /// <summary>From WHERE to the end of its condition.</summary>
    public SqlSpan? WhereSpan { get; init; }

    /// <summary>UPDATE or DELETE that picks its rows by joining other tables.</summary>
    public bool HasJoinOrFrom { get; init; }

    /// <summary>Where tables are read (FROM, JOIN, USING), in order of appearance; common table expressions are left out.</summary>
    public ImmutableArray<SqlTableUse> Reads { get; init; } = ImmutableArray<SqlTableUse>.Empty;

    /// <summary>The tables of <see cref="Reads"/>.</summary>
    public ImmutableArray<SqlName> Sources => ImmutableArray.CreateRange(Reads, read => read.Name);

    /// <summary>The columns whose values choose the rows that are replaced, or the partition written to.</summary>
    public ImmutableArray<SqlName> Partition { get; init; } = ImmutableArray<SqlName>.Empty;

    /// <summary><c>*</c> and <c>t.*</c> that decide the columns of the statement's rows, not those over an explicit subquery.</summary>
    public ImmutableArray<SqlSpan> Stars { get; init; } = ImmutableArray<SqlSpan>.Empty;

    public ImmutableArray<SqlPredicate> Predicates { get; init; } = ImmutableArray<SqlPredicate>.Empty;

    /// <summary>What UPDATE, the update branch of MERGE or a conflict clause assigns.</summary>
    public ImmutableArray<SqlAssignment> Assignments { get; init; } = ImmutableArray<SqlAssignment>.Empty;

    public ImmutableArray<SqlParameter> Parameters { get; init; } = ImmutableArray<SqlParameter>.Empty;

    public ImmutableArray<SqlClock> Clocks { get; init; } = ImmutableArray<SqlClock>.Empty;

    /// <summary>How rows that are already there are recognised and treated.</summary>
    public SqlConflict? Conflict { get; init; }

    /// <summary>The VALUES of an INSERT.</summary>
    public SqlValues? Values { get; init; }

    /// <summary>Where a conflict clause may be appended to an INSERT that has none; zero length.</summary>
    public SqlSpan? AppendPoint { get; init; }

    /// <summary>What CREATE TABLE declares.</summary>
    public SqlTableDefinition? Definition { get; init; }

    /// <summary>What CREATE INDEX declares.</summary>
    public SqlIndexDefinition? Index { get; init; }

    /// <summary>What ALTER, DROP and RENAME do to the schema.</summary>
    public ImmutableArray<SqlSchemaChange> Changes { get; init; } = ImmutableArray<SqlSchemaChange>.Empty;

    /// <summary>The routine that is called or defined.</summary>
    public SqlName? Routine { get; init; }

    /// <summary>The statements of the routine that is defined: they run when it is called, not where they stand.</summary>
    public ImmutableArray<SqlStatement> Body { get; init; } = ImmutableArray<SqlStatement>.Empty;

    /// <summary>The words of a statement that the engine refuses to run inside a transaction; <see langword="null"/> for all others.</summary>
    public string? RunsAlone { get; init; }

    /// <summary>The statement asks first whether the target already has the row.</summary>
    public bool IsGuardedByExistence { get; init; }

    public bool? HasLimit { get; init; }

    public bool? HasOrderBy { get; init; }

    /// <summary>The columns of the statement's own ORDER BY; <see langword="null"/> without one, or where it is ordered by anything else than columns.</summary>
    public ImmutableArray<SqlName>? OrderedBy { get; init; }

    /// <summary>From OFFSET to the end of its count.</summary>
    public SqlSpan? Offset { get; init; }

    /// <summary>How many rows the statement itself, not a subquery, stops after.</summary>
    public SqlRowLimit? Limit { get; init; }

    /// <summary>Where rows are numbered inside groups.</summary>
    public ImmutableArray<SqlRowNumber> RowNumbers { get; init; } = ImmutableArray<SqlRowNumber>.Empty;

    /// <summary>The hints that let the statement read what others have not committed.</summary>
    public ImmutableArray<SqlDirtyRead> DirtyReads { get; init; } = ImmutableArray<SqlDirtyRead>.Empty;

    /// <summary>Holes, with what stands in their place.</summary>
    public ImmutableArray<SqlHoleUse> Holes { get; init; } = ImmutableArray<SqlHoleUse>.Empty;

    /// <summary>Locking hints in upper case: <c>HOLDLOCK</c>, <c>UPDLOCK</c>, <c>FOR UPDATE</c>, <c>SKIP LOCKED</c>.</summary>
    public ImmutableArray<string> Hints { get; init; } = ImmutableArray<string>.Empty;
}
