using System;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which connection a call uses and what dialect it speaks.</summary>
internal sealed class Connections
{
    private const int MostSteps = 8;

    private static readonly string[] Yes = ["true", "yes", "1"];

    private readonly PipelineContext _context;

    public Connections(PipelineContext context) => _context = context;

    /// <summary>The connection, through the command that carries it.</summary>
    public Value? Of(Call call)
    {
        // What connection another object works on is its own business, unless it is told.
        if (call.Api is SummaryRow)
            return call["connection"];
        if (call.Api["connection"] is "this.Connection" && call.Receiver is { } command)
            return _context.Handles.Of(command, "Connection", "connection", call.Operation);
        return call["connection"] ?? call.Receiver;
    }

    /// <summary>The variable that holds the connection or context.</summary>
    public ISymbol? HolderOf(Call call) => Of(call) is { } connection ? _context.Values.HolderOf(connection) : null;

    /// <summary>
    /// The variable of the connection or context that the call works on, through commands, copiers, importers, transactions and
    /// tables made of it; <see langword="null"/> when the code does not tell.
    /// </summary>
    public ISymbol? SessionOf(Call call) => SessionValueOf(call) is { } session ? _context.Values.HolderOf(session) : null;

    /// <summary>That connection or context itself, as the code last names it.</summary>
    public Value? SessionValueOf(Call call)
    {
        var value = Of(call);
        for (var step = 0; step < MostSteps && value is { } current; step++)
        {
            if (_context.Values.MakerOf(current) is { } maker && maker["connection"] is { } connection && connection != current)
                value = connection;
            else if (Unwrapped(current.Operation) is IPropertyReferenceOperation { Instance: { } owner and not IInstanceReferenceOperation })
                value = current.At(owner);
            else
                return current;
        }

        return null;
    }

    /// <summary>
    /// Which commands the provider refuses to run while they are not attached to the transaction pending on their connection: every one
    /// (<c>required</c>), or those that a constructor made (<c>constructed</c>); <see langword="null"/> where it runs them all.
    /// </summary>
    public string? EnlistmentOf(Call call)
    {
        if (Of(call) is not { } connection)
            return null;
        var provider = ProviderOf(connection.Operation.Type) ?? ProviderOf(_context.Values.Resolve(connection).Operation.Type);
        return provider is not null && !IsLenient(call, provider) ? provider["enlistment"] : null;
    }

    private ApiModel? ProviderOf(ITypeSymbol? type) =>
        _context.Apis.FindAll(type).FirstOrDefault(api => api.Role == ApiRole.Dialect && api["enlistment"] is not null);

    // new MySqlConnection("…;Ignore Command Transaction=true")
    private bool IsLenient(Call call, ApiModel provider)
    {
        if (provider["lenient"] is not { } setting || SessionValueOf(call) is not { } session || _context.Handles.Of(session, "ConnectionString", "text", call.Operation) is not { } text)
            return false;
        if (_context.Values.Resolve(text) is { Operation: IPropertyReferenceOperation { Instance: { } builder } } built)
            return _context.Handles.Of(built.At(builder), setting, makerKey: null, call.Operation)?.Operation.ConstantValue is { HasValue: true, Value: true };
        return ConnectionSetting.In(HostText.Read(text, _context).Text.Text).Any(part =>
            string.Equals(part.Keyword.Replace(" ", string.Empty), setting, StringComparison.OrdinalIgnoreCase) && Yes.Contains(part.Value, StringComparer.OrdinalIgnoreCase));
    }

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation { Operand: var operand })
            operation = operand;
        return operation;
    }

    /// <summary>
    /// From the static types of connection and command, then from what made them, then from the option, then from the only
    /// provider the compilation references.
    /// </summary>
    public SqlDialect DialectOf(Call call)
    {
        if (call.Api is SummaryRow { Facts.Dialect: var known and not SqlDialect.Unknown })
            return known;
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
