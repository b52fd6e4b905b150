using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Assessment;

/// <summary>
/// Finds the store that an operation works on, through what made its connection or client. One stage may use two stores of one kind of
/// which nothing is known: each is told apart by what holds it, because a table of one is none of the other.
/// </summary>
internal sealed class Stores
{
    private const int MostWraps = 8;

    private readonly PipelineContext _context;
    private readonly ContextText _contexts;
    private readonly Dictionary<DataOperation, Store> _stores = new();

    /// <param name="stage">The stage.</param>
    /// <param name="contexts">The connection strings of database contexts.</param>
    public Stores(Stage stage, ContextText contexts)
    {
        _contexts = contexts;
        _context = stage.Context;
        var holders = new Dictionary<DataOperation, ISymbol?>();
        foreach (var operation in stage.Operations)
            _stores[operation] = Find(operation, holders);
        foreach (var alike in holders.GroupBy(pair => _stores[pair.Key].Kind).Where(alike => Distinct(alike.Select(pair => pair.Value)) > 1))
        {
            foreach (var pair in alike.Where(pair => pair.Value is not null))
                _stores[pair.Key] = _stores[pair.Key] with { Placeholder = pair.Value!.Name.TrimStart('_') };
        }
    }

    /// <summary>The store that an operation works on.</summary>
    public Store Of(DataOperation operation) => _stores.TryGetValue(operation, out var store) ? store : Find(operation, holders: null);

    private static int Distinct(IEnumerable<ISymbol?> holders) => holders.Where(holder => holder is not null).Distinct(SymbolEqualityComparer.Default).Count();

    private Store Find(DataOperation operation, Dictionary<DataOperation, ISymbol?>? holders)
    {
        var isTable = operation.Statement is not null || operation.Dataset is { Kind: DatasetKind.Table } || operation.Action == DataAction.Save;
        var kind = Enum.TryParse<StoreKind>(operation.Api.LibraryInfo.Store, ignoreCase: true, out var known) ? known : isTable ? TableNames.KindOf(DialectOf(operation)) : StoreKind.Files;
        if (kind is StoreKind.Files or StoreKind.Http)
            return new Store(kind);

        var store = new Store(kind) { Container = kind == StoreKind.AzureBlob ? ContainerOf(operation.Call) : null };
        var handle = SessionOf(operation.Call, kind);
        if (handle is null || TextOf(handle.Value, operation) is not { } text)
        {
            holders?.Add(operation, handle is { } session ? _context.Values.HolderOf(session) : null);
            return store;
        }

        if (SettingKey.Behind(text, _context) is { } key)
            return store with { Placeholder = key };
        var read = ConnectionText.Read(HostText.Read(text, _context).Display, store);
        if (read.Host is null || NameParts.IsHole(read.Host))
        {
            holders?.Add(operation, _context.Values.HolderOf(text));
            return read with { Host = null };
        }

        return read;
    }

    private SqlDialect DialectOf(DataOperation operation)
    {
        if (operation.Dialect != SqlDialect.Unknown)
            return operation.Dialect;
        return _context.Connections.DialectOf(operation.Call) is var own and not SqlDialect.Unknown ? own : _context.ConfiguredDialect;
    }

    private Value? SessionOf(Call call, StoreKind kind) =>
        TableNames.KindOf(SqlDialect.Unknown) == kind || call["connection"] is not null || call["to"] is null
            ? _context.Connections.SessionValueOf(call)
            : call["to"];

    // The text of a connection string, or the list of a broker's servers.
    private Value? TextOf(Value session, DataOperation operation)
    {
        if (Connects(session) is { } maker)
            return maker;
        foreach (var role in new[] { ApiRole.ProducerSettings, ApiRole.ConsumerSettings })
        {
            if (Creations.SettingsOf(session, role, _context.Values) is var (settings, holder)
                && settings.Api["servers"] is { } property
                && _context.Handles.Of(holder, property, null, operation.Call.Operation) is { } servers)
                return servers;
        }

        return _contexts.Of(session);
    }

    private Value? Connects(Value session)
    {
        if (_context.Values.Influence(session, api => api.Role is ApiRole.Connection or ApiRole.Client && api["text"] is not null) is not { } maker)
            return null;
        return maker["text"] ?? _context.Handles.Of(new Value(maker.Operation, maker.Frame), "ConnectionString", null, session.Operation);
    }

    private string? ContainerOf(Call call)
    {
        var step = (Call?)call;
        for (var wraps = 0; wraps < MostWraps && step is { } current; wraps++)
        {
            if (current.Api.Is("kind", "container") && current["name"] is { } name)
                return HostText.Read(name, _context).Display;
            step = (current["inner"] ?? current["to"] ?? current["from"]) is { } handle ? _context.Values.MakerOf(handle, ApiRole.Open) : null;
        }

        return null;
    }
}
