using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Manifests;

/// <summary>The words of the facts file. A newer writer may know more of them.</summary>
internal static class FactsWords
{
    public static readonly IReadOnlyDictionary<string, ManifestTool> Tools = Own<ManifestTool>();

    public static readonly IReadOnlyDictionary<string, DatasetRole> Roles = Own<DatasetRole>();

    public static readonly IReadOnlyDictionary<string, TypeFamily> Families = Own<TypeFamily>();

    public static readonly IReadOnlyDictionary<string, JsonKind> JsonKinds = Own<JsonKind>();

    public static readonly IReadOnlyDictionary<string, CheckKind> Checks = Own<CheckKind>();

    public static readonly IReadOnlyDictionary<string, TreeFlawKind> TreeFlaws = Own<TreeFlawKind>();

    public static readonly IReadOnlyDictionary<string, RevisionStepKind> Steps = Own<RevisionStepKind>();

    public static readonly IReadOnlyDictionary<string, DvcPathKind> Paths = new Dictionary<string, DvcPathKind>
    {
        ["dep"] = DvcPathKind.Dependency,
        ["out"] = DvcPathKind.Output,
        ["metric"] = DvcPathKind.Metric,
        ["plot"] = DvcPathKind.Plot,
    };

    // drop_table and dbt-source are DropTable and DbtSource.
    private static Dictionary<string, T> Own<T>()
        where T : struct, Enum
    {
        var words = new Dictionary<string, T>(new IgnoringDashes());
        foreach (T value in Enum.GetValues(typeof(T)))
            words[value.ToString()] = value;
        return words;
    }

    private sealed class IgnoringDashes : IEqualityComparer<string>
    {
        public bool Equals(string? one, string? other) => StringComparer.OrdinalIgnoreCase.Equals(Plain(one), Plain(other));

        public int GetHashCode(string word) => StringComparer.OrdinalIgnoreCase.GetHashCode(Plain(word));

        private static string Plain(string? word) => word is null ? string.Empty : word.Replace("_", string.Empty).Replace("-", string.Empty);
    }
}
