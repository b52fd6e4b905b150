namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Tokens from <paramref name="From"/> to before <paramref name="To"/>.</summary>
internal readonly record struct TokenRange(int From, int To)
{
    public bool IsEmpty => To <= From;

    public int Length => To - From;
}
