using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Assessment;

/// <summary>Reads what a connection string says of host and database; holes stand in braces, as in all names.</summary>
internal static class ConnectionText
{
    private static readonly string[] HostKeys = ["host", "server", "data source", "datasource", "address", "addr", "network address", "accountendpoint", "endpoint", "account", "accountname", "filename", "bootstrap.servers"];

    private static readonly string[] DatabaseKeys = ["database", "initial catalog", "db"];

    /// <summary>Adds what the text says to a store.</summary>
    public static Store Read(string text, Store store)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) is var at and > 0 && text.IndexOf('=') is var equals && (equals < 0 || equals > at))
            return ReadUri(text.Substring(at + 3), store);
        var words = Words(text);
        if (words.Count == 0)
            return text.IndexOf('=') < 0 ? WithHost(text.Trim(), store) : store;

        store = store with { Database = Known(First(words, DatabaseKeys)) ?? store.Database };
        if (Known(First(words, HostKeys)) is not { } host)
            return store;
        store = WithHost(host, store);
        return Known(First(words, ["port"])) is { } port && store.Host is { } known && known.IndexOf(':') < 0 ? store with { Host = $"{known}:{port}" } : store;
    }

    // postgres://user:secret@host:5432/database?option, several hosts parted by commas
    private static Store ReadUri(string rest, Store store)
    {
        var end = rest.IndexOfAny(['/', '?', ';']);
        var host = end < 0 ? rest : rest.Substring(0, end);
        host = host.Substring(host.LastIndexOf('@') + 1);
        store = WithHost(host, store);
        if (end < 0 || rest[end] != '/' || store.Kind is StoreKind.AzureBlob or StoreKind.ServiceBus or StoreKind.Cosmos)
            return store;
        var database = rest.Substring(end + 1);
        var options = database.IndexOfAny(['?', '/', ';']);
        database = options < 0 ? database : database.Substring(0, options);
        return store with { Database = database.Length > 0 ? Known(database) ?? store.Database : store.Database };
    }

    private static Store WithHost(string host, Store store)
    {
        if (store.Kind is StoreKind.Sqlite or StoreKind.DuckDb)
            return store with { Host = host.Replace('\\', '/') };
        if (host.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
            return ReadUri(host.Substring(scheme + 3), store);

        host = host.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? host.Substring(4) : host;
        if (store.Kind == StoreKind.SqlServer)
            host = host.Replace(',', ':');
        else if (host.IndexOf(',') is var several and > 0)
            host = host.Substring(0, several);
        if (store.Kind == StoreKind.AzureBlob && host.IndexOf('.') is var dot and > 0)
            host = host.Substring(0, dot);
        host = host.TrimStart('/');
        if (host.IndexOf('/') is var slash and > 0)
        {
            store = store with { Database = store.Database ?? Known(host.Substring(slash + 1)) };
            host = host.Substring(0, slash);
        }

        return Known(host) is { } known ? store with { Host = known.ToLowerInvariant() } : store;
    }

    // What is one hole from end to end is not known.
    private static string? Known(string? value) => value is { Length: > 0 } && value.IndexOf('{') < 0 ? value : null;

    private static string? First(Dictionary<string, string> words, string[] keys)
    {
        foreach (var key in keys)
        {
            if (words.TryGetValue(key, out var value))
                return value;
        }

        return null;
    }

    private static Dictionary<string, string> Words(string text)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in text.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=');
            if (equals > 0)
                words[word.Substring(0, equals).Trim()] = word.Substring(equals + 1).Trim().Trim('"', '\'');
        }

        return words;
    }
}
