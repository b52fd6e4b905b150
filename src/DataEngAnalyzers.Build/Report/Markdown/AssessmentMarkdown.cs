using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report.Markdown;

/// <summary>The assessment for a pull request, a wiki or a terminal.</summary>
internal sealed class AssessmentMarkdown
{
    private readonly Assessment _assessment;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _stages;
    private readonly Dictionary<string, string> _datasets;

    private AssessmentMarkdown(Assessment assessment)
    {
        _assessment = assessment;
        _stages = assessment.Stages.ToDictionary(stage => stage.Id, stage => MarkdownText.Code(Wording.Short(stage.Name)));
        _datasets = assessment.Datasets.ToDictionary(dataset => dataset.Id, dataset => MarkdownText.Code(dataset.Name));
    }

    public static string Write(Assessment assessment) => new AssessmentMarkdown(assessment).Write();

    private string Write()
    {
        Line("# Pipeline assessment");
        WriteVerdict();
        WriteFindings();
        WriteSection(Section.Quality);
        WriteSection(Section.Lineage);
        WriteGaps();
        WriteSection(Section.Schema);
        WriteSection(Section.Efficiency);
        WriteBackfill();
        WriteDatasets();
        WriteFiles();
        WriteNotes();
        return _text.ToString();
    }

    private void WriteVerdict()
    {
        var verdict = _assessment.Verdict;
        Line($"**{Wording.VerdictWord(verdict)}.** {Wording.Verdict(verdict)}.");
        Table(["Critical", "High", "Medium", "Low", "Suppressed", "Projects", "Stages", "Datasets"], [
            [.. Wording.Severities.Select(severity => Number(verdict.Counts.Of(severity))), Number(verdict.Suppressed), Number(verdict.Projects), Number(verdict.Stages), Number(verdict.Datasets)],
        ]);
    }

    private void WriteFindings()
    {
        Line("## Findings");
        foreach (var group in _assessment.Findings.GroupBy(finding => finding.Severity))
        {
            Line($"### {group.Key} ({Number(group.Count())})");
            foreach (var finding in group)
                WriteFinding(finding);
        }

        if (_assessment.Findings.Count == 0)
            Line("None.");
    }

    private void WriteFinding(Finding finding)
    {
        Line($"#### {finding.Rule} {MarkdownText.Plain(finding.Title)}");
        Line($"{At(finding.Place)}{MarkdownText.Plain(finding.Consequence)}.");
        foreach (var excerpt in finding.Excerpts)
            Line(MarkdownText.Block(excerpt.Lines.SelectMany(CodeLines)));
        var items = finding.Evidence.Where(evidence => evidence.What is not null).Select(evidence => $"- {At(evidence.Place)}{MarkdownText.Plain(evidence.What!)}").ToList();
        if (finding.Remediation is { } remediation)
            items.Add($"- **Do:** {MarkdownText.Plain(remediation)}{(finding.Fix == true ? " (a quick fix does it)" : string.Empty)}");
        if (items.Count > 0)
            Line(string.Join("\n", items));
    }

    private void WriteSection(Section section)
    {
        Line($"## {section.Title}");
        var findings = section.Of(_assessment);
        if (findings.Count == 0)
            Line("None.");
        else
            Table(["Severity", "Rule", "Where", "What"], findings.Select(finding => new[] { finding.Severity.ToString(), finding.Rule, At(finding.Place), MarkdownText.Plain(finding.Consequence) }));
    }

    private void WriteGaps()
    {
        if (_assessment.Gaps.Count > 0)
        {
            Table(["Stage", "Dataset", "Column", "Not known"], _assessment.Gaps.Select(gap => new[]
            {
                _stages[gap.Stage], gap.Dataset is null ? string.Empty : _datasets[gap.Dataset], gap.Column is null ? string.Empty : MarkdownText.Code(gap.Column), MarkdownText.Plain(gap.Text),
            }));
        }
    }

    private void WriteBackfill()
    {
        Line("## Backfill readiness");
        Table(["Stage", "A past day", "In the way"], _assessment.Stages.Select(stage => new[]
        {
            _stages[stage.Id], stage.Backfill.Verdict, string.Join("<br>", stage.Backfill.Obstacles.Select(obstacle => MarkdownText.Plain(obstacle.Text))),
        }));
    }

    private void WriteDatasets()
    {
        Line("## Datasets");
        Table(["Dataset", "Namespace", "Written by", "Read by", "Key", "Write mode", "Validation", "Contract"], _assessment.Datasets.Where(dataset => !dataset.Local).Select(dataset => new[]
        {
            _datasets[dataset.Id],
            MarkdownText.Code(dataset.Namespace),
            Wording.Join(dataset.Writers.Select(writer => _stages[writer.Stage]).Distinct()),
            Wording.Join(dataset.Readers.Select(reader => _stages[reader.Stage])),
            Wording.Join(dataset.Key.Select(MarkdownText.Code)),
            Wording.Join(dataset.Writers.Select(writer => Wording.Mode(writer.Mode)).Distinct()),
            $"in: {Wording.Validation(dataset.Writers.Select(writer => writer.Validated).ToList())}, out: {Wording.Validation(dataset.Readers.Select(reader => reader.Validated).ToList())}",
            Wording.Join(dataset.Contract),
        }));
    }

    private void WriteFiles()
    {
        if (_assessment.Datasets.Count == 0)
            return;
        Line("## Files for other tools");
        Line(Wording.FilesLead);
        Line($"```\n{Wording.FilesCommand}\n```");
    }

    private void WriteNotes()
    {
        if (_assessment.Notes.Count == 0)
            return;
        Line("## About this report");
        Line(string.Join("\n", _assessment.Notes.Select(note => $"- {At(note.Place)}{MarkdownText.Plain(note.Text)}")));
    }

    private static IEnumerable<string> CodeLines(CodeLine line)
    {
        if (line.AfterGap)
            yield return "       …";
        yield return $"{(line.Site ? '>' : ' ')} {line.Number,4}  {line.Text}";
    }

    private static string At(Place? place)
    {
        if (place is null)
            return string.Empty;
        var text = MarkdownText.Code($"{place.File}:{Number(place.Line)}");
        return (place.Url is null ? text : $"[{text}]({place.Url})") + " ";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Table(string[] head, IEnumerable<string[]> rows)
    {
        Row(head);
        Row(head.Select(_ => "---"));
        foreach (var row in rows)
            Row(row);
        _text.Append('\n');
    }

    private void Row(IEnumerable<string> cells) => _text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private void Line(string text) => _text.Append(text).Append("\n\n");
}
