using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Assessment;

/// <summary>
/// The naming rules of OpenLineage (its page "Naming conventions"), and names in the same spirit for stores it does not list. All that
/// names datasets goes through here: one table has one name, whoever writes it.
/// </summary>
internal static class DatasetNaming
{
    /// <param name="store">Where it is kept.</param>
    /// <param name="dataset">The dataset as the code names it.</param>
    /// <param name="name">Its name where the code tells more of it than the dataset, such as the folder of a file.</param>
    public static DatasetName Of(Store store, Dataset dataset, string? name = null)
    {
        name = NameParts.WithShortHoles((name ?? dataset.Name).Replace('\\', '/'));
        if (dataset.Kind != DatasetKind.Table && Uri(name) is { } uri)
            return uri;
        return store.Kind switch
        {
            StoreKind.Kafka => new("topic", "kafka://" + Server(store, "9092", "kafka"), name),
            StoreKind.EventHubs => new("topic", "kafka://" + Server(store, "9093", "eventhubs"), name),
            StoreKind.RabbitMq => new("queue", "rabbitmq://" + Server(store, "5672", "rabbitmq"), name),
            StoreKind.ServiceBus => new("queue", "servicebus://" + Server(store, null, "servicebus"), name),
            StoreKind.AzureQueue => new("queue", "azurequeue://" + Server(store, null, "azurequeue"), name),
            StoreKind.Sqs => new("queue", "sqs", name),
            StoreKind.MongoDb => new("collection", "mongodb://" + Server(store, "27017", "mongodb"), Under(store.Database, name)),
            StoreKind.Cosmos => new("collection", $"azurecosmos://{Server(store, null, "cosmos")}/dbs/{store.Database ?? "{database}"}", "colls/" + name),
            StoreKind.AzureBlob => new("blob", $"wasbs://{store.Container ?? "{container}"}@{(store.Host is { } account ? account + ".dfs.core.windows.net" : Placeholder(store, "storage"))}", name.TrimStart('/')),
            StoreKind.Http => new("http", "http://" + Server(store, null, "http"), WithoutQuery(name)),
            _ => dataset.Kind switch
            {
                DatasetKind.Table => new("table", TableNames.Namespace(store), TableNames.Of(store, dataset)),
                DatasetKind.Topic or DatasetKind.Message => new("topic", "{broker}", name),
                DatasetKind.Collection => new("collection", "{database}", name),
                DatasetKind.Blob => new("blob", "{storage}", name.TrimStart('/')),
                _ => new("file", "file", Path(name)),
            },
        };
    }

    /// <summary>A dataset that no other stage can mean: it ends with its session, or no letter of its name is known.</summary>
    /// <param name="name">As it would be called.</param>
    /// <param name="stage">The stage that knows it.</param>
    public static DatasetName Within(DatasetName name, string stage) => name with { Namespace = "inmemory://", Name = $"{stage}/{name.Name}" };

    /// <summary>Host and port, or the placeholder that stands for them.</summary>
    public static string Server(Store store, string? port, string word)
    {
        if (store.Host is not { Length: > 0 } host)
            return Placeholder(store, word);
        return port is null || host.IndexOf(':') >= 0 || NameParts.IsHole(host) ? host : $"{host}:{port}";
    }

    private static string Placeholder(Store store, string word) => $"{{{store.Placeholder ?? word}}}";

    private static string Under(string? database, string name) => database is null ? name : $"{database}.{name}";

    // A path that names its store itself.
    private static DatasetName? Uri(string name)
    {
        var at = name.IndexOf("://", StringComparison.Ordinal);
        if (at <= 0)
            return null;

        var scheme = name.Substring(0, at).ToLowerInvariant();
        var rest = name.Substring(at + 3);
        var slash = rest.IndexOf('/');
        var host = slash < 0 ? rest : rest.Substring(0, slash);
        var path = slash < 0 ? string.Empty : rest.Substring(slash + 1);
        return scheme switch
        {
            "s3" or "s3a" or "s3n" => new("blob", "s3://" + host, path),
            "gs" => new("blob", "gs://" + host, path),
            "abfs" or "abfss" => new("blob", "abfss://" + host, path),
            "wasb" or "wasbs" => new("blob", "wasbs://" + host.Replace(".blob.core.", ".dfs.core."), path),
            "hdfs" or "dbfs" => new("file", $"{scheme}://{host}", "/" + path),
            "http" or "https" => OfWeb(scheme, host, path),
            "file" => new("file", host.Length == 0 ? "file" : "file://" + host, Path(host.Length == 0 ? "/" + path : path)),
            _ => null,
        };
    }

    // https://account.blob.core.windows.net/container/path is a blob as well. What follows the path of any other is how it is asked.
    private static DatasetName OfWeb(string scheme, string host, string path)
    {
        const string Blobs = ".blob.core.windows.net";
        if (host.EndsWith(Blobs, StringComparison.OrdinalIgnoreCase) && path.IndexOf('/') is var slash and > 0)
            return new("blob", $"wasbs://{path.Substring(0, slash)}@{host.Substring(0, host.Length - Blobs.Length)}.dfs.core.windows.net", path.Substring(slash + 1));
        return new("http", $"{scheme}://{host}", "/" + WithoutQuery(path));
    }

    private static string WithoutQuery(string path) => path.IndexOf('?') is var asked and >= 0 ? path.Substring(0, asked) : path;

    // in/./orders.csv and in/orders.csv are one file.
    private static string Path(string path)
    {
        var parts = new List<string>();
        foreach (var part in NameParts.Split(path, '/').Where((part, index) => part != "." && (part.Length > 0 || index == 0)))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is { Length: > 0 } above and not ".." && above[0] != '{')
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
