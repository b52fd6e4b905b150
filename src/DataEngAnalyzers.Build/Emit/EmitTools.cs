using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Names of the tools whose files are written.</summary>
internal static class EmitTools
{
    public const string All = "all";
    public const string Gx = "gx";
    public const string Dvc = "dvc";
    public const string Dbt = "dbt";
    public const string Alembic = "alembic";

    public static readonly IReadOnlyList<string> Known = [Gx, Dvc, Dbt, Alembic];
}
