using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>A finding as the page tells it.</summary>
internal sealed class FindingView
{
    public FindingView(Finding finding, Links links)
    {
        Id = finding.Id;
        Rule = finding.Rule;
        Title = finding.Title;
        Severity = finding.Severity.ToString();
        Class = Severity.ToLowerInvariant();
        Area = finding.Area;
        Consequence = finding.Consequence;
        Place = links.To(finding.Place);
        Help = Links.Web(finding.Help);
        Fix = finding.Fix == true;
        Open = finding.Severity == Model.Severity.Critical;
        Remediation = finding.Remediation;
        ProjectText = Wording.Join(finding.Projects);
        ProjectList = string.Join("\n", finding.Projects);
        DatasetList = string.Join("\n", finding.Datasets);
        Evidence = finding.Evidence.Select(evidence => new EvidenceView(evidence.What ?? string.Empty, links.To(evidence.Place))).ToList();
        Excerpts = finding.Excerpts.Select(excerpt => new ExcerptView(
            links.To(new Place(excerpt.File, excerpt.Lines[0].Number, 1, excerpt.File == finding.Place?.File ? finding.Place.Url : null))!,
            excerpt.Lines.Select(line => new LineView(line.Number, line.Text, line.Site ? "site" : "line", line.AfterGap)).ToList())).ToList();
    }

    public string Id { get; }

    public string Rule { get; }

    public string Title { get; }

    public string Severity { get; }

    public string Class { get; }

    public string Area { get; }

    public string Consequence { get; }

    public PlaceView? Place { get; }

    public string? Help { get; }

    public bool Fix { get; }

    public bool Open { get; }

    public string? Remediation { get; }

    public string ProjectText { get; }

    public string ProjectList { get; }

    public string DatasetList { get; }

    public IReadOnlyList<EvidenceView> Evidence { get; }

    public IReadOnlyList<ExcerptView> Excerpts { get; }
}

/// <summary>What was seen, and where.</summary>
internal sealed record EvidenceView(string What, PlaceView? Place);

/// <summary>Lines of a file.</summary>
internal sealed record ExcerptView(PlaceView Place, IReadOnlyList<LineView> Lines);

/// <summary>One of them.</summary>
internal sealed record LineView(int Number, string Text, string Class, bool AfterGap);
