using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Knowledge;

/// <summary>
/// Member names that code of every kind uses. They point to data only in a file that imports the library's namespace.
/// </summary>
internal static class CommonNames
{
    private const string Twin = "Async";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Any", "All", "Append", "AsEnumerable", "Attach", "AttachRange", "Average", "Clear", "Close", "Commit", "Complete",
        "Consume", "Contains", "Copy", "CopyTo", "Count", "Create", "Delete", "Deserialize", "Download", "ElementAt", "Execute", "Find",
        "First", "FirstOrDefault", "ForEach", "Get", "GetTable", "Insert", "Last", "LastOrDefault", "Load", "LongCount", "Max", "Merge",
        "Min", "Open", "Produce", "Query", "Read", "Remove", "RemoveRange", "Replace", "Save", "Send", "Serialize", "Set", "Single",
        "SingleOrDefault", "Subscribe", "Sum", "ToArray", "ToDictionary", "ToHashSet", "ToList", "Update", "UpdateRange", "Upload",
        "Write", "WriteLine",
    };

    /// <summary>True for a common name and for its asynchronous twin.</summary>
    public static bool Contains(string name)
    {
        if (Names.Contains(name))
            return true;

        return name.EndsWith(Twin, StringComparison.Ordinal) && Names.Contains(name.Substring(0, name.Length - Twin.Length));
    }
}
