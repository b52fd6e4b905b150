namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>What a check wants, by the words of the facts file.</summary>
internal static class CheckKinds
{
    public const string Exists = "exists";
    public const string ColumnsSet = "columns-set";
    public const string NotNull = "not_null";
    public const string Null = "null";
    public const string Unique = "unique";
    public const string Accepted = "accepted";
    public const string NotAccepted = "not-accepted";
    public const string Range = "range";
    public const string Length = "length";
    public const string Regex = "regex";
    public const string Type = "type";
    public const string RowCount = "row-count";
    public const string Relationship = "relationship";
    public const string Mostly = "mostly";
    public const string UnknownType = "unknown-type";

    /// <summary>The argument of <see cref="ColumnsSet"/> when no further column may be there.</summary>
    public const string Exact = "exact";
}
