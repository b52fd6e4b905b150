using System;
using DataEngAnalyzers.Sql.Lineage;

namespace DataEngAnalyzers.Pipeline;

/// <summary>One thing that a constructor or a getter of another project makes a member of. Plain data: holds no symbol.</summary>
/// <param name="Member">The member that a constructor sets; empty for what a getter returns.</param>
/// <param name="From">Reference to a parameter or to the object, or the word of what is neither.</param>
/// <param name="Path">The members that lead to the part of it that counts, parted by points; empty for all of it.</param>
/// <param name="How">What happens to it.</param>
internal sealed record MemberFlow(string Member, string From, string Path, SqlTransformation How)
{
    /// <summary>Stands for what nobody knows.</summary>
    public const string Unknown = "?";

    /// <summary>What it is when it is neither a parameter nor the object; <see langword="null"/> for those and for the unknown.</summary>
    public FlowOriginKind? Kind => Enum.TryParse<FlowOriginKind>(From, ignoreCase: true, out var kind) && IsWord(From) ? kind : null;

    /// <summary>The word of an origin that needs no caller.</summary>
    public static string WordOf(FlowOriginKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>True for a word that stands for no value of the caller.</summary>
    public static bool IsWord(string from) => from is Unknown or "constant" or "clock" or "random" or "unset";
}
