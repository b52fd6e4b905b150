using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Knowledge;

/// <summary>
/// Names of members and wrappers that code of every kind uses. They point to data only in a file that imports a namespace of their
/// library; those of the framework, whose namespaces are imported everywhere, never do by themselves.
/// </summary>
internal static class CommonNames
{
    private const string Twin = "Async";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Aggregate", "All", "Any", "Append", "AsEnumerable", "AsQueryable", "Assign", "Attach", "AttachRange",
        "Average", "BrotliStream", "BufferedStream", "Build", "Clear", "Close", "Column", "Commit", "Complete", "Consume", "Contains",
        "Copy", "CopyTo", "Count", "Create", "CreateRow", "Delete", "Deserialize", "DirectoryInfo", "Download", "ElementAt", "Execute", "FileInfo",
        "Fill", "Find", "First", "FirstOrDefault", "Flush", "ForEach", "GZipStream", "Get", "GetByteArray", "GetFromJson",
        "GetFromJsonAsAsyncEnumerable", "GetStream", "GetString", "GetTable", "HttpClient", "Index", "Insert", "Last", "LastOrDefault", "Load",
        "LongCount", "Max", "Merge", "Migrate", "Min", "Move", "MoveTo", "Open", "Parse", "Produce", "Query", "Read",
        "ReadAsByteArray", "ReadAsStream", "ReadAsString", "ReadFromJson", "ReadFromJsonAsAsyncEnumerable", "ReadLine",
        "ReadToEnd", "Remove", "RemoveRange", "Replace", "Save", "Schema", "Send", "Serialize", "Set", "SetCommand", "Single",
        "SingleOrDefault", "Sql", "Start", "StringReader", "Subscribe", "Sum", "Table", "Timeout", "ToArray", "ToDictionary", "ToEnumerable",
        "ToHashSet", "ToList", "ToLookup", "Truncate", "Update", "UpdateRange", "Upload", "Utf8JsonWriter", "Write", "WriteLine",
    };

    /// <summary>True for a common name and for its asynchronous twin.</summary>
    public static bool Contains(string name)
    {
        if (Names.Contains(name))
            return true;

        return name.EndsWith(Twin, StringComparison.Ordinal) && Names.Contains(name.Substring(0, name.Length - Twin.Length));
    }
}
