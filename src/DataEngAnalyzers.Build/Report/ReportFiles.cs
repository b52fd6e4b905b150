namespace DataEngAnalyzers.Build.Report;

/// <summary>Names of what an assessment writes, and of the folder inside that it reads.</summary>
internal static class ReportFiles
{
    public const string Html = "assessment.html";
    public const string Json = "assessment.json";
    public const string Markdown = "assessment.md";
    public const string OpenLineage = "lineage.openlineage.ndjson";
    public const string Sarif = "dataeng.sarif";

    /// <summary>Collected logs, one a project and framework.</summary>
    public const string Logs = "sarif";
}
