namespace DataEngAnalyzers.Build.Manifests.Facts;

/// <summary>The tools whose files are read, by the words of the facts file.</summary>
internal static class Tools
{
    public const string GreatExpectations = "gx";
    public const string Dbt = "dbt";
    public const string Dvc = "dvc";
    public const string Alembic = "alembic";
    public const string Jq = "jq";
    public const string Json = "json";
}
