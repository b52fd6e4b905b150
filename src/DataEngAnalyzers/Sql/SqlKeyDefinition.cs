using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql;

/// <summary>A primary or unique key declared for a table.</summary>
/// <param name="IsPrimary">The primary key.</param>
/// <param name="Columns">Empty when it is over expressions.</param>
/// <param name="Name">The constraint; <see langword="null"/> when it has no name of its own.</param>
internal sealed record SqlKeyDefinition(bool IsPrimary, ImmutableArray<SqlName> Columns, string? Name = null)
{
    /// <summary>Reads <c>[CONSTRAINT name] PRIMARY KEY | UNIQUE … (columns)</c>; <see langword="null"/> for anything else.</summary>
    public static SqlKeyDefinition? Read(SqlTokens tokens, int from, int to)
    {
        var at = tokens.Is(from, SqlKeyword.Constraint) ? from + 1 : from;
        SqlName? name = null;
        if (at > from && tokens[at].Keyword is not (SqlKeyword.Primary or SqlKeyword.Unique))
            name = SqlNames.Read(tokens, ref at, to);
        if (tokens[at].Keyword is not (SqlKeyword.Primary or SqlKeyword.Unique))
            return null;

        var isPrimary = tokens.Is(at, SqlKeyword.Primary);
        while (at < to && !tokens.Is(at, SqlTokenKind.OpenParen))
            at++;
        return new SqlKeyDefinition(isPrimary, at < to ? SqlNames.ReadList(tokens, at) : ImmutableArray<SqlName>.Empty, name?.Last);
    }

    /// <summary>The item declares a constraint or an index, and no column.</summary>
    public static bool IsConstraint(SqlTokens tokens, int at) => tokens[at].Keyword switch
    {
        SqlKeyword.Constraint or SqlKeyword.Primary or SqlKeyword.Unique or SqlKeyword.Foreign or SqlKeyword.Check => true,
        SqlKeyword.Index or SqlKeyword.Key or SqlKeyword.Fulltext or SqlKeyword.Spatial or SqlKeyword.Exclude or SqlKeyword.Period =>
            tokens.Is(at + 1, SqlTokenKind.OpenParen) || tokens.Is(at + 2, SqlTokenKind.OpenParen) || tokens[at + 1].Keyword is SqlKeyword.For or SqlKeyword.Index or SqlKeyword.Key
            || tokens[at + 2].Keyword is SqlKeyword.Unique or SqlKeyword.Clustered or SqlKeyword.Nonclustered || tokens.Spells(at + 2, "HASH")
            || tokens.Is(at + 1, SqlKeyword.Using),
        _ => false,
    };
}
