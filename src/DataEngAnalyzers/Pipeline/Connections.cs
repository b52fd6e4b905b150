using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which connection a call uses and what dialect it speaks.</summary>
internal sealed class Connections
{
    private readonly PipelineContext _context;

    public Connections(PipelineContext context) => _context = context;

    /// <summary>The connection, through the command that carries it.</summary>
    public Value? Of(Call call)
    {
        if (call.Api["connection"] is "this.Connection" && call.Receiver is { } command)
            return _context.Handles.Of(command, "Connection", "connection", call.Operation);
        return call["connection"] ?? call.Receiver;
    }

    /// <summary>The variable that holds the connection or context.</summary>
    public ISymbol? HolderOf(Call call) => Of(call) is { } connection ? _context.Values.HolderOf(connection) : null;

    /// <summary>
    /// From the static types of connection and command, then from what made them, then from the option, then from the only
    /// provider the compilation references.
    /// </summary>
    public SqlDialect DialectOf(Call call)
    {
        if (call.Receiver is { } receiver && DialectOf(receiver) is var own and not SqlDialect.Unknown)
            return own;
        if (Of(call) is { } connection && DialectOf(connection) is var dialect and not SqlDialect.Unknown)
            return dialect;
        return _context.DefaultDialect;
    }

    private SqlDialect DialectOf(Value value)
    {
        var known = DialectOf(value.Operation.Type);
        return known != SqlDialect.Unknown ? known : DialectOf(_context.Values.Resolve(value).Operation.Type);
    }

    private SqlDialect DialectOf(ITypeSymbol? type)
    {
        if (type is null)
            return SqlDialect.Unknown;

        foreach (var api in _context.Apis.FindAll(type))
        {
            if (api.Role == ApiRole.Dialect)
                return Dialects.Parse(api["sql"]);
        }

        return SqlDialect.Unknown;
    }
}
