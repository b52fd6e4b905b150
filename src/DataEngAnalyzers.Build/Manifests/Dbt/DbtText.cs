using System;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>What property files have in common.</summary>
internal static class DbtText
{
    /// <summary>A text that holds no Jinja; empty when it does, or when there is none.</summary>
    public static string Literal(string? text) =>
        text is null || text.IndexOf("{{", StringComparison.Ordinal) >= 0 || text.IndexOf("{%", StringComparison.Ordinal) >= 0 ? string.Empty : text;

    /// <summary>The columns of a key, whether they are listed or it is one.</summary>
    public static string KeyOf(Node? key) => key?.Kind == NodeKind.List ? string.Join(",", key.Items.Select(item => item.Value)) : Literal(key?.AsText());

    /// <summary>Whether dbt is told to leave something out.</summary>
    public static bool IsDisabled(Node node) => node.Property("enabled") is { Value: "false" or "False" };

    /// <summary>A property where it stands today, under <c>config</c>, or where it stood before.</summary>
    public static Node? Property(this Node node, string name) => node.Member("config")?.Member(name) ?? node.Member(name);
}
