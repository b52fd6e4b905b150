using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds the SQL that a call runs, its dialect, and turns each statement into an operation.</summary>
internal sealed class SqlReading
{
    private readonly PipelineContext _context;

    public SqlReading(PipelineContext context) => _context = context;

    /// <summary>The operations of a call that runs SQL, one a statement; one that reads nothing known when the text is out of sight.</summary>
    public IEnumerable<DataOperation> Operations(Call call, Surroundings around, int index)
    {
        if (RunOf(call) is not { } run)
        {
            yield return new DataOperation(DataAction.Other, call, around) { Index = index, Dialect = _context.Connections.DialectOf(call), Handle = _context.Connections.HolderOf(call) };
            yield break;
        }

        var dialect = _context.Connections.DialectOf(call);

        foreach (var (text, branch) in TextAlternatives.Of(run, around.Branch))
        {
            var here = around with { Branch = branch, IsConditional = around.IsConditional || branch is { Decides: BranchOf.Text } };
            foreach (var statement in SqlReader.Read(text.Text, dialect).Statements)
                yield return Operation(statement, text, dialect, call, here, index++);
        }
    }

    private DataOperation Operation(SqlStatement statement, HostText text, SqlDialect dialect, Call call, Surroundings around, int index)
    {
        var action = ActionOf(statement);
        if (action == DataAction.Other && call.Api.Is("returns", "rows") && statement.Kind == SqlStatementKind.Unknown)
            action = DataAction.Read;
        return new DataOperation(action, call, around)
        {
            Index = index,
            Statement = statement,
            Text = text,
            Dialect = dialect,
            Handle = _context.Connections.HolderOf(call),
            Dataset = DatasetOf(statement, text),
            Mode = ModeOf(statement),
            Sink = action == DataAction.Write ? Sink.Sql : Sink.None,
            IsMany = call.Api is SummaryRow { Facts.IsMany: true } || statement is { Kind: SqlStatementKind.Insert, Sources.IsEmpty: false } || (call["rows"] is { } rows && RowTypes.IsSequence(RowTypes.Awaited(_context.Values.Resolve(rows).Operation.Type))),
        };
    }

    // Out of sight where nothing says what the text is.
    private TextRun? RunOf(Call call)
    {
        if (call.Api is SummaryRow { Facts.Text: var template })
            return template?.In(call, _context);
        if (call.Api["text"] is "this.CommandText" && call.Receiver is { } command)
            return new TextReading(_context).ReadProperty(command, "CommandText", depth: 0) is var run && run != TextRun.Null ? run : null;
        return call["text"] is { } text ? TextReading.Of(CarriedBy(text) ?? text, _context) : null;
    }

    // new QueryDefinition("SELECT …").WithParameter(…)
    private Value? CarriedBy(Value text) =>
        text.Operation.Type is { SpecialType: not SpecialType.System_String }
        && Creations.Behind(text, _context.Values) is { } made
        && _context.Apis.FindAll(Values.SymbolOf(made.Operation)).FirstOrDefault(api => api.Role == ApiRole.Command) is { } api
            ? new Call(made.Operation, api, made.Frame)["text"]
            : null;

    /// <summary>The text of a call, through the command that carries it; <see langword="null"/> when there is none to be seen.</summary>
    public HostText? TextOf(Call call) => RunOf(call) is { } run ? HostText.Of(run) : null;

    /// <summary>The expression of that text.</summary>
    public Value? TextValueOf(Call call) => call.Api["text"] is "this.CommandText" && call.Receiver is { } command
        ? _context.Handles.Of(command, "CommandText", "text", call.Operation)
        : call["text"];

    /// <summary>The COPY statement that a handle is opened with; <see langword="null"/> when it cannot be read.</summary>
    public SqlStatement? CopyOf(Call open) =>
        TextOf(open) is { } text && SqlReader.Read(text.Text, _context.Connections.DialectOf(open)).Statements is [var statement, ..] ? statement : null;

    /// <summary>The table a COPY statement fills; <see langword="null"/> when it cannot be read.</summary>
    public Dataset? CopyTarget(HostText text, Call call) =>
        SqlReader.Read(text.Text, _context.Connections.DialectOf(call)).Statements is [var statement, ..] ? DatasetOf(statement, text) : null;

    private static Dataset? DatasetOf(SqlStatement statement, HostText text) =>
        (statement.Target ?? (statement.Sources is [var first, ..] ? first : null)) is { } name ? DatasetOf(name, text) : null;

    /// <summary>The table that a name in a statement's text means.</summary>
    public static Dataset DatasetOf(SqlName name, HostText text)
    {
        var holes = text.HolesIn(name.Span);
        var ofQualifiers = holes.Length - name.Last.Count(letter => letter == SqlText.HoleMark);
        return new Dataset(DatasetKind.Table, text.DisplayOf(name), name.HasHole, name.IsTemporary) { Holes = ofQualifiers < 0 ? holes : holes.RemoveRange(0, ofQualifiers), QuotedParts = name.QuotedParts };
    }

    private static DataAction ActionOf(SqlStatement statement) => statement.Kind switch
    {
        SqlStatementKind.Select => DataAction.Read,
        SqlStatementKind.Insert or SqlStatementKind.Merge or SqlStatementKind.Copy or SqlStatementKind.Load => DataAction.Write,
        SqlStatementKind.Update => DataAction.Update,
        SqlStatementKind.Delete or SqlStatementKind.Truncate => DataAction.Delete,
        SqlStatementKind.CreateTable when statement.WriteMode == SqlWriteMode.Overwrite => DataAction.Write,
        SqlStatementKind.CreateTable or SqlStatementKind.CreateIndex or SqlStatementKind.AlterTable or SqlStatementKind.Drop or SqlStatementKind.Rename => DataAction.ChangeSchema,
        SqlStatementKind.Begin => DataAction.Begin,
        SqlStatementKind.Commit => DataAction.Commit,
        SqlStatementKind.Rollback => DataAction.Rollback,
        _ => DataAction.Other,
    };

    private static WriteMode ModeOf(SqlStatement statement) => statement.WriteMode switch
    {
        SqlWriteMode.Append => statement.IsGuardedByExistence ? WriteMode.AppendIfAbsent : WriteMode.Append,
        SqlWriteMode.AppendIfAbsent => WriteMode.AppendIfAbsent,
        SqlWriteMode.Upsert or SqlWriteMode.Merge => WriteMode.Upsert,
        SqlWriteMode.Overwrite or SqlWriteMode.ReplacePartition => WriteMode.Replace,
        _ => WriteMode.Unknown,
    };
}
