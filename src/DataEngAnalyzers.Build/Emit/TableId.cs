using System;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Model.Facts;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>A table's name in parts, as other tools want it.</summary>
/// <param name="Engine">The scheme of its namespace: <c>postgres</c>, <c>mssql</c> and so on; empty when nobody knows.</param>
/// <param name="Server">What tells its server or database from others: the database, else the configuration key.</param>
/// <param name="Database"><see langword="null"/> when the code does not say.</param>
/// <param name="Schema"><see langword="null"/> where the engine has none, or the code does not say.</param>
internal sealed record TableId(string Engine, string Server, string? Database, string? Schema, string Table)
{
    /// <summary>A name for a group of tables that is the same in every run: server and schema.</summary>
    public string Group => Identifier(Schema is null || Server.Length == 0 ? Server + Schema : Server + "_" + Schema);

    /// <summary>The parts; <see langword="null"/> for what is no table, has a hole in its name, or a name that cannot be divided.</summary>
    public static TableId? Of(DatasetName dataset)
    {
        if (dataset.Kind != "table" || dataset.IsLocal || dataset.Name.IndexOfAny(['{', '}']) >= 0)
            return null;
        var scheme = dataset.Namespace.IndexOf("://", StringComparison.Ordinal);
        var engine = scheme >= 0 ? dataset.Namespace.Substring(0, scheme) : dataset.Namespace == "bigquery" ? "bigquery" : string.Empty;
        var parts = dataset.Name.Split('.');
        if (parts.Any(part => part.Length == 0))
            return null;
        var host = scheme >= 0 ? dataset.Namespace.Substring(scheme + 3) : dataset.Namespace;
        return (engine, parts) switch
        {
            ("mysql", [var database, var table]) => new TableId(engine, database, null, database, table),
            (_, [var table]) => new TableId(engine, ServerOf(host), null, null, table),
            (_, [var schema, var table]) => new TableId(engine, ServerOf(host), null, schema, table),
            ("mysql" or "", _) => null,
            (_, [var database, var schema, var table]) => new TableId(engine, database, database, schema, table),
            _ => null,
        };
    }

    /// <summary>A name that every tool takes: lower case letters, digits and underscores.</summary>
    public static string Identifier(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                name.Append(character);
            else if (character is >= 'A' and <= 'Z')
                name.Append(char.ToLowerInvariant(character));
            else if (name.Length > 0 && name[name.Length - 1] != '_')
                name.Append('_');
        }

        while (name.Length > 0 && name[name.Length - 1] == '_')
            name.Length--;
        return name.Length == 0 ? "unnamed" : char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }

    // {ConnectionStrings:Dw} is Dw, a file is its name, and a host is what stands before its first dot.
    private static string ServerOf(string host)
    {
        if (host is ['{', .., '}'])
        {
            var key = host.Substring(1, host.Length - 2);
            return key.Substring(key.LastIndexOf(':') + 1);
        }

        var name = host.Substring(host.TrimEnd('/').LastIndexOf('/') + 1);
        var end = name.IndexOfAny(['.', ':']);
        return end > 0 ? name.Substring(0, end) : name;
    }
}
