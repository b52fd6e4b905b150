using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What of an environment stands in the code.</summary>
internal enum PlaceKind
{
    /// <summary>A path that begins at a drive, a root or a share, or the address of a bucket.</summary>
    Path,

    /// <summary>The server of a connection string.</summary>
    Server,

    /// <summary>A linked server, or a database named after an environment, in front of a table.</summary>
    Database,
}

/// <summary>A dataset that the code looks for on one machine, bucket or server.</summary>
/// <param name="Kind">What stands in the code.</param>
/// <param name="Name">The same, for messages.</param>
/// <param name="Operation">The operation that goes there.</param>
internal sealed record HardCodedPlace(PlaceKind Kind, string Name, DataOperation Operation);

/// <summary>Finds places that only exist in one environment.</summary>
internal static class HardCodedPlaces
{
    private static readonly string[] Buckets = ["s3://", "s3a://", "gs://", "abfss://", "abfs://", "wasbs://", "adl://", "hdfs://"];

    // Where every machine has them, and nothing lasts.
    private static readonly string[] Everywhere = ["/tmp/", "/var/tmp/", "/dev/", "/proc/"];

    private static readonly string[] ServerKeys = ["server", "data source", "datasource", "host", "address", "addr", "network address"];

    private static readonly string[] DatabaseFiles = [".db", ".sqlite", ".sqlite3", ".duckdb", ".mdb", ".accdb", ".xlsx", ".xls"];

    private static readonly string[] Local = ["localhost", "127.0.0.1", "::1", ".", "(local)", "host.docker.internal"];

    private static readonly HashSet<string> Environments = new(StringComparer.Ordinal) { "prod", "production", "prd", "dev", "development", "test", "tst", "uat", "qa", "live", "acc", "acceptance", "preprod" };

    /// <summary>Each place once a stage, where the stage first goes there.</summary>
    public static IEnumerable<HardCodedPlace> PlacesInCode(this Stage stage)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var operation in stage.Operations)
        {
            if (!stage.Moves(operation) || operation.Around.InHandler)
                continue;
            if ((PathOf(operation) ?? ServerOf(stage, operation) ?? DatabaseOf(operation)) is { } place && seen.Add(place.Name))
                yield return place;
        }
    }

    private static HardCodedPlace? PathOf(DataOperation operation) =>
        operation is { Action: DataAction.Read or DataAction.Write or DataAction.Open, Dataset: { Kind: DatasetKind.File or DatasetKind.Blob, HasHole: false, Name: var path } } && operation.Call["name"] is not null && IsAbsolute(path)
            ? new HardCodedPlace(PlaceKind.Path, path, operation)
            : null;

    private static bool IsAbsolute(string path) =>
        path.Length > 3 && char.IsLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/'
        || path.StartsWith("\\\\", StringComparison.Ordinal) && path.Length > 4 && char.IsLetterOrDigit(path[2])
        || path.StartsWith("/", StringComparison.Ordinal) && path.IndexOf('/', 1) > 0 && !Everywhere.Any(place => path.StartsWith(place, StringComparison.Ordinal))
        || Buckets.Any(scheme => path.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static HardCodedPlace? ServerOf(Stage stage, DataOperation operation)
    {
        if (operation.Api.Role is not (ApiRole.Connection or ApiRole.ConnectionString) || (operation.Call["text"] ?? operation.Call.Assigned) is not { } text)
            return null;

        var connection = HostText.Read(text, stage.Context);
        return connection.IsConstant && ServerIn(connection.Text.Text) is { } server ? new HardCodedPlace(PlaceKind.Server, server, operation) : null;
    }

    // Server=tcp:db01.corp,1433;Database=dw
    private static string? ServerIn(string connection)
    {
        foreach (var (keyword, server, _) in ConnectionSetting.In(connection))
        {
            if (!ServerKeys.Contains(keyword.ToLowerInvariant()))
                continue;
            var host = server.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? server.Substring(4) : server;
            host = host.Split(',', '\\')[0].ToLowerInvariant();
            return host.Length == 0 || Local.Contains(host) || host.StartsWith("(localdb)", StringComparison.Ordinal) || host.IndexOf(':') == 1 || IsFile(host) ? null : server;
        }

        return null;
    }

    // SQLite and DuckDB name a file there.
    private static bool IsFile(string source) =>
        source.StartsWith(":memory:", StringComparison.Ordinal) || source.IndexOf('/') >= 0 || DatabaseFiles.Any(extension => source.EndsWith(extension, StringComparison.Ordinal));

    private static HardCodedPlace? DatabaseOf(DataOperation operation)
    {
        if (operation is not { Statement: { } statement, Action: DataAction.Read or DataAction.Write or DataAction.Update or DataAction.Delete })
            return null;

        var names = statement.Target is { } target ? statement.Sources.Insert(0, target) : statement.Sources;
        foreach (var name in names)
        {
            if (!name.HasHole && (name.Parts.Length > 3 && name.Parts[0].Length > 0 || name.Parts.Length == 3 && NameWords.Any(name.Parts[0], Environments)))
                return new HardCodedPlace(PlaceKind.Database, name.Text, operation);
        }

        return null;
    }
}
