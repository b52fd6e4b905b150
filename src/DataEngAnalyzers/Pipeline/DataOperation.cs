using System;
using System.Collections.Immutable;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What an operation does to data.</summary>
internal enum DataAction
{
    Read,
    Write,
    Update,
    Delete,
    ChangeSchema,
    Save,
    Begin,
    Commit,
    Rollback,
    EndScope,
    Open,
    Finish,
    Cancel,
    Advance,
    Validate,
    RecordLineage,
    Log,
    Convert,

    /// <summary>Starts another program.</summary>
    Start,
    Configure,

    /// <summary>Runs code that another project brings.</summary>
    CallBack,
    Other,
}

/// <summary>How a write treats rows that are already there.</summary>
internal enum WriteMode
{
    /// <summary>Not a write, or not known.</summary>
    Unknown,

    /// <summary>Adds rows without looking.</summary>
    Append,

    /// <summary>Leaves existing keys alone.</summary>
    AppendIfAbsent,

    /// <summary>Updates existing keys, adds new ones.</summary>
    Upsert,

    /// <summary>Replaces the whole dataset, or creates it.</summary>
    Replace,
}

/// <summary>Through what rows land.</summary>
internal enum Sink
{
    None,
    Sql,
    Bulk,
    Entity,
    File,
    Message,
    Document,
    Blob,
}

/// <summary>One thing a stage does to data, in the order of the code.</summary>
internal sealed class DataOperation
{
    public DataOperation(DataAction action, Call call, Surroundings around)
    {
        Action = action;
        Call = call;
        Around = around;
        Location = call.NameLocation;
    }

    public DataAction Action { get; }

    /// <summary>The known API and its arguments.</summary>
    public Call Call { get; }

    public ApiModel Api => Call.Api;

    /// <summary>The method whose body holds the call.</summary>
    public IMethodSymbol Member => Call.Frame.Method;

    public Surroundings Around { get; }

    /// <summary>The called member's name: where findings stand.</summary>
    public Location Location { get; }

    /// <summary>Position in the stage; smaller runs earlier.</summary>
    public int Index { get; init; }

    /// <summary>The rows it touches; <see langword="null"/> when the code does not tell.</summary>
    public Dataset? Dataset { get; init; }

    public WriteMode Mode { get; init; }

    public Sink Sink { get; init; }

    /// <summary>The statement it runs, when it runs SQL: one operation for each statement of a batch.</summary>
    public SqlStatement? Statement { get; init; }

    /// <summary>The host text the statement stands in.</summary>
    public HostText? Text { get; init; }

    /// <summary>Dialect of the connection; unknown when the code does not show one.</summary>
    public SqlDialect Dialect { get; init; }

    /// <summary>True when it handles many rows in one call: a sequence, a bulk API, INSERT … SELECT.</summary>
    public bool IsMany { get; init; }

    /// <summary>The variable that holds the handle it works on: connection, context, writer, transaction.</summary>
    public ISymbol? Handle { get; init; }

    /// <summary>True inside a retry that does not ask first whether the last attempt worked.</summary>
    public bool IsRetried => Around.Retry is { IsVerified: false };

    /// <summary>The transaction it runs in, as far as the stage shows.</summary>
    public Transaction? Transaction { get; set; }

    /// <summary>True for work on behalf of one web request that is handed to a host as a delegate; loading in bulk is an import, whoever asks for it.</summary>
    public bool ServesRequest => Around.Host == HostKind.Request && Sink != Sink.Bulk;

    /// <summary>True when rows or tables are different afterwards, or may be: a called procedure can do anything.</summary>
    public bool ChangesData => Action is DataAction.Write or DataAction.Update or DataAction.Delete or DataAction.Save or DataAction.ChangeSchema
        || Statement is { Kind: SqlStatementKind.Call };

    /// <summary>True when two operations plainly work on different databases: their connections speak different dialects.</summary>
    public bool IsElsewhere(DataOperation other) =>
        Dialect != SqlDialect.Unknown && other.Dialect != SqlDialect.Unknown && Dialect != other.Dialect;

    /// <summary>True when no run does both, because the fork that chooses the text of one lies before the other too. In a loop each turn may choose anew.</summary>
    public bool IsInsteadOf(DataOperation other) =>
        (Around.Branch is { Decides: BranchOf.Text } || other.Around.Branch is { Decides: BranchOf.Text }) && Around.Loop is null && other.Around.Loop is null && Branch.Exclude(Around.Branch, other.Around.Branch);

    /// <summary>
    /// Where a reader finds the statement: in the literal that a command was given earlier, else at the call, which holds it or names it.
    /// The name of a call that runs a command says nothing of what it runs.
    /// </summary>
    public Location StatementPlace => Statement?.Target is { } target && Api["text"] is { } text && text.StartsWith("this.", StringComparison.Ordinal) ? Clause(target.Span) : Location;

    /// <summary>The clause in its literal, or the first of those it spans, when that lies in the same file as the call; else the call.</summary>
    public Location Clause(SqlSpan span) =>
        Text?.Pieces(span) is [var place, ..] && place.SourceTree == Location.SourceTree ? place : Location;
}
