using System;
using System.Collections.Generic;
using DataEngAnalyzers.Build.Model.Facts;

namespace DataEngAnalyzers.Build.Model;

/// <summary>
/// What the namespaces that code names are in one environment: lines <c>postgres://{ConnectionStrings:Dw} = postgres://dw.internal:5432/dw</c>,
/// and comments after <c>#</c>. A path behind the real host is the database, and goes into the names.
/// </summary>
internal sealed class Namespaces
{
    private static readonly string[] SchemesWithPath = ["azurecosmos://", "duckdb://", "file", "sqlite://"];

    public static readonly Namespaces None = new();

    private readonly Dictionary<string, (string Namespace, string Prefix)> _map = new(StringComparer.Ordinal);

    private Namespaces()
    {
    }

    /// <param name="lines">Of the file.</param>
    /// <param name="warn">Told the number of a line, from 1, that is no pair.</param>
    public static Namespaces Read(IReadOnlyList<string> lines, Action<int> warn)
    {
        var namespaces = new Namespaces();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var sign = line.IndexOf(" = ", StringComparison.Ordinal);
            if (sign < 0)
                warn(index + 1);
            else
                namespaces._map[line.Substring(0, sign).TrimEnd()] = Split(line.Substring(sign + 3).Trim());
        }

        return namespaces;
    }

    public DatasetName Map(DatasetName dataset) =>
        _map.TryGetValue(dataset.Namespace, out var real) ? dataset with { Namespace = real.Namespace, Name = real.Prefix + dataset.Name } : dataset;

    private static (string Namespace, string Prefix) Split(string real)
    {
        var host = real.IndexOf("://", StringComparison.Ordinal);
        if (host < 0 || Array.Exists(SchemesWithPath, scheme => real.StartsWith(scheme, StringComparison.Ordinal)))
            return (real, string.Empty);
        var path = real.IndexOf('/', host + 3);
        if (path < 0)
            return (real, string.Empty);
        var database = real.Substring(path + 1).Trim('/');
        return (real.Substring(0, path), database.Length == 0 ? string.Empty : database + ".");
    }
}
