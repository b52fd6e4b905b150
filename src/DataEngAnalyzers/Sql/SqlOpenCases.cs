namespace DataEngAnalyzers.Sql;

/// <summary>Tells the WHEN, THEN, ELSE and END of a CASE expression from those of a statement.</summary>
internal struct SqlOpenCases
{
    private int _count;

    /// <summary>A CASE has begun and not ended.</summary>
    public readonly bool Any => _count > 0;

    /// <summary>Notes a word; true when it is CASE, or the END of one that is open.</summary>
    public bool Note(SqlKeyword keyword)
    {
        switch (keyword)
        {
            case SqlKeyword.Case:
                _count++;
                return true;
            case SqlKeyword.End when _count > 0:
                _count--;
                return true;
            default:
                return false;
        }
    }
}
