using System;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>A possibly qualified identifier, with its quotes removed.</summary>
internal sealed class SqlName
{
    public SqlName(ImmutableArray<string> parts, SqlSpan span)
    {
        Parts = parts;
        Span = span;
    }

    /// <summary>Qualifiers first, the object's own name last; never empty. An omitted qualifier (<c>db..t</c>) is the empty string.</summary>
    public ImmutableArray<string> Parts { get; }

    public SqlSpan Span { get; }

    /// <summary>Part of the name is known only at run time.</summary>
    public bool HasHole { get; init; }

    /// <summary>The table lives no longer than its connection or batch: <c>#t</c>, <c>@t</c>, <c>pg_temp.t</c>, or created as temporary earlier in the script.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>A bit for each part that stood in quotes, the first part's lowest.</summary>
    public int QuotedParts { get; init; }

    /// <summary>The object's own name, without qualifiers.</summary>
    public string Last => Parts[Parts.Length - 1];

    /// <summary>The name as people write it: <c>dbo.orders</c>.</summary>
    public string Text => string.Join(".", Parts);

    /// <summary>
    /// The two names can mean the same object: own names agree without regard to case, and no qualifier that both give contradicts.
    /// A name with a hole matches nothing.
    /// </summary>
    public bool Matches(SqlName other)
    {
        if (HasHole || other.HasHole)
            return false;

        var shared = Math.Min(Parts.Length, other.Parts.Length);
        for (var i = 1; i <= shared; i++)
        {
            var mine = Parts[Parts.Length - i];
            var theirs = other.Parts[other.Parts.Length - i];
            var omitted = i > 1 && (mine.Length == 0 || theirs.Length == 0);
            if (!omitted && !string.Equals(mine, theirs, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    public override string ToString() => Text;
}
