using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>A number and what it counts.</summary>
internal sealed record CountView(string Title, int Count, string Class = "");

/// <summary>A line of the table of contents.</summary>
internal sealed record ContentView(string Id, string Title, int Count);

/// <summary>An option of a filter.</summary>
internal sealed record NameView(string Id, string Name);

/// <summary>Findings of one severity.</summary>
internal sealed record GroupView(string Title, string Class, int Count, IReadOnlyList<FindingView> Findings);

/// <summary>What lineage does not know.</summary>
internal sealed record GapView(string Stage, string Dataset, string Column, string Text, PlaceView? Place);

/// <summary>A note about the report.</summary>
internal sealed record NoteView(string Text, PlaceView? Place);

/// <summary>A row of the table of datasets.</summary>
internal sealed record DatasetView(
    string Id, string Node, string Name, string Namespace, string Writers, string Readers, string Key, string Modes, string ValidatedIn, string ValidatedOut, string Contract);

/// <summary>Findings of one concern, each a link to where it is told in full.</summary>
internal sealed class SectionView
{
    public SectionView(Section section, IReadOnlyList<FindingView> rows, IReadOnlyList<GapView> gaps)
    {
        (Id, Title, Lead, Rows, Gaps) = (section.Id, section.Title, section.Lead, rows, gaps);
    }

    public string Id { get; }

    public string Title { get; }

    public string Lead { get; }

    public IReadOnlyList<FindingView> Rows { get; }

    public IReadOnlyList<GapView> Gaps { get; }

    public bool Empty => Rows.Count == 0 && Gaps.Count == 0;
}

/// <summary>Whether a stage's past can be run again.</summary>
internal sealed class StageView
{
    public StageView(Stage stage, Links links)
    {
        Name = Wording.Short(stage.Name);
        FullName = stage.Name;
        Class = stage.Backfill.Verdict;
        Verdict = stage.Backfill.Verdict;
        Place = links.To(stage.Place);
        Obstacles = stage.Backfill.Obstacles.Select(obstacle => new ObstacleView(obstacle.Text, obstacle.Finding, obstacle.Finding is null ? links.To(obstacle.Place) : null)).ToList();
    }

    public string Name { get; }

    public string FullName { get; }

    public string Class { get; }

    public string Verdict { get; }

    public PlaceView? Place { get; }

    public IReadOnlyList<ObstacleView> Obstacles { get; }
}

/// <summary>What stands in the way.</summary>
internal sealed record ObstacleView(string Text, string? Finding, PlaceView? Place);
