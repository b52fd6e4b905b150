using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What kind of thing rows stand in.</summary>
internal enum DatasetKind
{
    Table,
    File,
    Topic,
    Collection,
    Blob,
    Message,
}

/// <summary>
/// A set of rows with a name. Names follow the OpenLineage naming rules as far as the code tells: the table, path or topic as written, holes
/// as <c>{expression}</c>.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As the code names it, such as <c>dw.fact_sales</c> or <c>exports/orders_{date}.csv</c>.</param>
/// <param name="HasHole">True when part of the name is only known at run time.</param>
/// <param name="IsTemporary">True for a table that ends with its session.</param>
internal sealed record Dataset(DatasetKind Kind, string Name, bool HasHole = false, bool IsTemporary = false)
{
    /// <summary>The expressions behind the holes of the name's last part; not part of the dataset's identity.</summary>
    public ImmutableArray<Value> Holes { get; init; } = ImmutableArray<Value>.Empty;

    /// <summary>A bit for each part of a table's name that stands in quotes, the first part's lowest; not part of the identity either.</summary>
    public int QuotedParts { get; init; }

    public bool Equals(Dataset? other) =>
        other is not null && Kind == other.Kind && Name == other.Name && HasHole == other.HasHole && IsTemporary == other.IsTemporary;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The last part of a qualified name, without schema or folder.</summary>
    public string LastPart
    {
        get
        {
            var at = Kind is DatasetKind.File or DatasetKind.Blob ? Name.LastIndexOfAny(['/', '\\']) : Name.LastIndexOf('.');
            return at < 0 ? Name : Name.Substring(at + 1);
        }
    }

    /// <summary>True when no letter of the own name is known.</summary>
    public bool IsUnnamed => HasHole && LastPart is ['{', .., '}'] own && own.IndexOf('}') == own.Length - 1;

    /// <summary>True when both name the same rows as far as the code can show; a schema that only one side gives does not contradict.</summary>
    public bool Matches(Dataset? other)
    {
        if (other is null || Kind != other.Kind)
            return false;
        if (string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase))
            return true;
        return Kind == DatasetKind.Table
            && string.Equals(LastPart, other.LastPart, StringComparison.OrdinalIgnoreCase)
            && (Name.Length == LastPart.Length || other.Name.Length == other.LastPart.Length);
    }

    public override string ToString() => Name;
}
