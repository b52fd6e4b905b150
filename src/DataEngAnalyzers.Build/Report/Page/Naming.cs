using System;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>Names as the picture shows them, and ids of what is in it.</summary>
internal static class Naming
{
    /// <summary>What is one stage's own has that stage's name in front, which says nothing beside the stage.</summary>
    public static string Label(Dataset dataset)
    {
        var slash = dataset.Local ? dataset.Name.IndexOf('/') : -1;
        return slash < 0 ? dataset.Name : dataset.Name.Substring(slash + 1);
    }

    public static string DatasetNode(int index) => FormattableString.Invariant($"d{index}");

    public static string StageNode(int index) => FormattableString.Invariant($"s{index}");

    /// <summary>The end of a name tells more than its beginning.</summary>
    public static string Shortened(string name, int length) => name.Length <= length ? name : "…" + name.Substring(name.Length - length + 1);
}
