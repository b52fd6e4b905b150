namespace DataEngAnalyzers.Sql;

/// <summary>A column definition and the keys declared on the column itself.</summary>
internal readonly record struct SqlColumnItem(SqlColumnDefinition Definition, bool IsPrimaryKey, bool IsUnique, bool? StatedNullable);

/// <summary>Reads <c>name type NOT NULL DEFAULT …</c>.</summary>
internal static class SqlColumnReader
{
    public static SqlColumnItem? Read(SqlTokens tokens, int from, int to)
    {
        var at = from;
        var name = SqlNames.Read(tokens, ref at, to);
        return name is null ? null : ReadBehindName(tokens, name, at, to);
    }

    /// <summary>Reads type and constraints of a column whose name is known.</summary>
    public static SqlColumnItem ReadBehindName(SqlTokens tokens, SqlName name, int at, int to)
    {
        var typeFrom = at;
        while (at < to && !EndsType(tokens, at))
            at = tokens.Next(at);
        at = at > to ? to : at;
        var type = at > typeFrom ? tokens.Source.Slice(tokens.Span(typeFrom, at)) : "";

        bool? isNullable = null;
        bool hasDefault = false, isGenerated = IsGeneratedType(tokens, typeFrom), isPrimaryKey = false, isUnique = false;
        for (; at < to; at = tokens.Next(at))
        {
            switch (tokens[at].Keyword)
            {
                case SqlKeyword.Null:
                    isNullable = !tokens.Is(at - 1, SqlKeyword.Not);
                    break;
                case SqlKeyword.Default:
                    hasDefault = !tokens.Is(at + 1, SqlKeyword.Null) && !tokens.Is(at - 1, SqlKeyword.By);

                    // The NULL of DEFAULT NULL says nothing about nullability.
                    at += tokens.Is(at - 1, SqlKeyword.By) ? 0 : 1;
                    break;
                case SqlKeyword.Primary:
                    isPrimaryKey = true;
                    break;
                case SqlKeyword.Unique:
                    isUnique = true;
                    break;
                case SqlKeyword.Identity or SqlKeyword.Autoincrement or SqlKeyword.Auto_Increment or SqlKeyword.Generated or SqlKeyword.As:
                    isGenerated = true;
                    break;
            }
        }

        return new SqlColumnItem(
            new SqlColumnDefinition(name, type, !isPrimaryKey && isNullable is not false, hasDefault) { IsGenerated = isGenerated }, isPrimaryKey, isUnique, isNullable);
    }

    private static bool EndsType(SqlTokens tokens, int at) => tokens[at].Keyword is SqlKeyword.Not or SqlKeyword.Null or SqlKeyword.Default or SqlKeyword.Primary
        or SqlKeyword.Unique or SqlKeyword.Check or SqlKeyword.References or SqlKeyword.Constraint or SqlKeyword.Collate or SqlKeyword.Identity
        or SqlKeyword.Autoincrement or SqlKeyword.Auto_Increment or SqlKeyword.Generated or SqlKeyword.As or SqlKeyword.Comment or SqlKeyword.Using
        or SqlKeyword.First or SqlKeyword.After or SqlKeyword.On;

    private static bool IsGeneratedType(SqlTokens tokens, int at) =>
        tokens[at].Keyword is SqlKeyword.Serial or SqlKeyword.Bigserial or SqlKeyword.Smallserial || tokens.Spells(at, "rowversion");
}
