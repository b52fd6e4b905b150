using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Model;

/// <summary>
/// What the reports say. It is written as <c>assessment.json</c> member by member, so a name here is a name there; lists are
/// in the order of the reports, and a member without a value is left out.
/// </summary>
internal sealed record Assessment(
    string Version,
    Tool Tool,
    Verdict Verdict,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<Dataset> Datasets,
    IReadOnlyList<ColumnLineage> ColumnLineage,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<Note> Notes);

/// <summary>Who wrote it.</summary>
internal sealed record Tool(string Name, string Version, string Url);

/// <summary>The gate and the counts.</summary>
/// <param name="FailOn">The strictest gate of all projects.</param>
/// <param name="Result"><c>passed</c>, <c>failed</c>, or <c>noGate</c> when no project has one.</param>
/// <param name="Blocking">Findings that the gate of their project does not let through.</param>
/// <param name="Suppressed">Findings that somebody has suppressed in source; they count nowhere else.</param>
internal sealed record Verdict(Severity FailOn, string Result, int Blocking, Counts Counts, int Suppressed, int Projects, int Stages, int Datasets);

/// <summary>Findings by severity.</summary>
internal sealed record Counts(int Critical, int High, int Medium, int Low)
{
    public int Of(Severity severity) => severity switch
    {
        Severity.Critical => Critical,
        Severity.High => High,
        Severity.Medium => Medium,
        _ => Low,
    };
}

/// <summary>A place in the sources.</summary>
/// <param name="File">From the root of the sources.</param>
/// <param name="Url">Where the repository shows the line, when it is known.</param>
internal sealed record Place(string File, int Line, int Column, string? Url);

/// <summary>One thing that is wrong.</summary>
/// <param name="Id">Stays the same when lines move.</param>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="Consequence">What happens to which dataset because of it.</param>
/// <param name="Fix">Whether a quick fix exists; absent when the log does not say.</param>
/// <param name="Blocking">Whether it fails the gate of its project.</param>
/// <param name="Dataset">As the code names it.</param>
/// <param name="Datasets">Ids of what that is.</param>
/// <param name="Stages">Ids of the stages it is in.</param>
internal sealed record Finding(
    string Id,
    string Rule,
    string Title,
    Severity Severity,
    string Area,
    bool Blocking,
    string Consequence,
    Place? Place,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Excerpt> Excerpts,
    string? Remediation,
    bool? Fix,
    string? Help,
    string? Dataset,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Datasets,
    IReadOnlyList<string> Stages);

/// <summary>What was seen, and where.</summary>
internal sealed record Evidence(string? What, Place? Place);

/// <summary>Lines of a file that the evidence names.</summary>
internal sealed record Excerpt(string File, IReadOnlyList<CodeLine> Lines);

/// <summary>One line of code.</summary>
/// <param name="Site">Whether the evidence names it.</param>
/// <param name="AfterGap">Whether lines before it are left out.</param>
internal sealed record CodeLine(int Number, string Text, bool Site, bool AfterGap);

/// <summary>A method that moves data.</summary>
/// <param name="Id">Project and documentation-comment id.</param>
/// <param name="Host">What starts it: scheduled, message, console or unknown.</param>
internal sealed record Stage(
    string Id,
    string Name,
    string Project,
    string Symbol,
    string Host,
    string? Runner,
    string? Why,
    string? Owner,
    Place? Place,
    IReadOnlyList<StageInput> Inputs,
    IReadOnlyList<StageOutput> Outputs,
    string? Window,
    Backfill Backfill,
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Gaps);

/// <summary>A dataset a stage reads.</summary>
internal sealed record StageInput(string Dataset, bool Validated, IReadOnlyList<Place> Places);

/// <summary>A dataset a stage writes, and how.</summary>
internal sealed record StageOutput(string Dataset, string Mode, bool Transaction, bool Retry, bool Validated, IReadOnlyList<string> Key, IReadOnlyList<Place> Places);

/// <summary>Whether a past day can be run again.</summary>
/// <param name="Verdict"><c>ready</c>, <c>blocked</c> or <c>unknown</c>.</param>
internal sealed record Backfill(string Verdict, IReadOnlyList<Obstacle> Obstacles);

/// <summary>What stands in the way, and the finding that says more.</summary>
internal sealed record Obstacle(string Text, string? Finding, Place? Place);

/// <summary>A dataset over all stages and projects.</summary>
/// <param name="Id">Namespace and name.</param>
/// <param name="Local">Whether one stage keeps it to itself: a temporary table, or one whose name the code does not show.</param>
/// <param name="Contract">What declares its shape: EF model, migration, DDL; none when nothing does.</param>
internal sealed record Dataset(
    string Id,
    string Kind,
    bool Local,
    string Namespace,
    string Name,
    IReadOnlyList<Writer> Writers,
    IReadOnlyList<Reader> Readers,
    IReadOnlyList<string> Key,
    IReadOnlyList<string> Contract,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<string> Findings);

/// <summary>A stage that writes a dataset.</summary>
internal sealed record Writer(string Stage, string Mode, bool Validated);

/// <summary>A stage that reads a dataset.</summary>
internal sealed record Reader(string Stage, bool Validated);

/// <summary>A column of a dataset.</summary>
internal sealed record Column(string Name, string? Type, bool? Nullable, bool Key);

/// <summary>What goes into one column in one stage.</summary>
/// <param name="Column">Absent for what decides about whole rows.</param>
/// <param name="Values">Origins that are no dataset: clock, constant, random, setting or default.</param>
internal sealed record ColumnLineage(string Stage, string Dataset, string? Column, IReadOnlyList<ColumnOrigin> From, IReadOnlyList<string> Values);

/// <summary>A column, or with none whole rows, that a value comes from.</summary>
/// <param name="Dataset">Absent when the code does not name it.</param>
internal sealed record ColumnOrigin(string? Dataset, string? Column, string Type, string? Subtype, IReadOnlyList<string> Via, IReadOnlyList<Place> Places);

/// <summary>What lineage or provenance cannot tell.</summary>
internal sealed record Gap(string Stage, string? Dataset, string? Column, string Text, Place? Place);

/// <summary>What the reader of the report should know about the report: files that could not be read, files that were not analyzed.</summary>
internal sealed record Note(string Text, Place? Place);
