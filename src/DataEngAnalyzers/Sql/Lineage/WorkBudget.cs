namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>
/// Bounds the work on one statement by the length of its text. Queries that multiply what they read (a star over a star joined with
/// itself, again and again) end as unknown instead of growing without end.
/// </summary>
internal sealed class WorkBudget
{
    private const int Least = 100_000;
    private const int ForEachToken = 16;

    private int _left;

    public WorkBudget(int tokens) => _left = Least + (tokens * ForEachToken);

    public bool Spend(int work = 1)
    {
        if (_left < work)
            return false;

        _left -= work;
        return true;
    }
}
