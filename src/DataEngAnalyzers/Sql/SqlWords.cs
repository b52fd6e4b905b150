using System;

namespace DataEngAnalyzers.Sql;

/// <summary>Compares identifiers the way databases do unless told otherwise.</summary>
internal static class SqlWords
{
    public static bool Same(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
