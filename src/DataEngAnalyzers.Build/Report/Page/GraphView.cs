using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Build.Layout;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>The lineage graph as SVG.</summary>
internal sealed class GraphView
{
    private const int LongestName = 34;
    private const int LongestUnder = 40;

    private GraphView(Picture picture, IReadOnlyDictionary<string, Drawn> drawn, string summary)
    {
        Width = Number(picture.Width);
        Height = Number(picture.Height);
        View = $"-20 -20 {Number(picture.Width + 40)} {Number(picture.Height + 40)}";
        Summary = summary;
        Boxes = picture.Boxes.Select(box => ToBox(box, drawn[box.Box.Id])).OrderBy(box => box.Order).ToList();
        Arrows = picture.Arrows.Select(arrow => new ArrowView(Curve(arrow.Through), arrow.Arrow.From, arrow.Arrow.To)).ToList();
    }

    public string Width { get; }

    public string Height { get; }

    public string View { get; }

    public string Summary { get; }

    public IReadOnlyList<BoxView> Boxes { get; }

    public IReadOnlyList<ArrowView> Arrows { get; }

    public static GraphView Of(Assessment assessment)
    {
        var severities = assessment.Findings.ToDictionary(finding => finding.Id, finding => finding.Severity, StringComparer.Ordinal);
        var nodes = new Dictionary<string, string>(StringComparer.Ordinal);
        var drawn = new Dictionary<string, Drawn>(StringComparer.Ordinal);
        for (var index = 0; index < assessment.Datasets.Count; index++)
        {
            var dataset = assessment.Datasets[index];
            var label = Naming.Label(dataset);
            drawn[nodes[dataset.Id] = Naming.DatasetNode(index)] = new Drawn(
                dataset.Local ? "dataset local" : "dataset", label, dataset.Local ? null : $"{dataset.Kind} · {dataset.Namespace}", $"Dataset {label}", dataset.Findings.Select(id => severities[id]).ToList());
        }

        var arrows = new List<Arrow>();
        for (var index = 0; index < assessment.Stages.Count; index++)
        {
            var stage = assessment.Stages[index];
            var node = Naming.StageNode(index);
            drawn[node] = new Drawn("stage", Wording.Short(stage.Name), null, $"Stage {stage.Name}", stage.Findings.Select(id => severities[id]).ToList());
            arrows.AddRange(stage.Inputs.Select(input => new Arrow(nodes[input.Dataset], node)));
            arrows.AddRange(stage.Outputs.Select(output => new Arrow(node, nodes[output.Dataset])));
        }

        var boxes = drawn.Select(node => new Box(node.Key, node.Value.Width, node.Value.Height)).ToList();
        var summary = $"{Wording.Count(assessment.Datasets.Count, "dataset")} and {Wording.Count(assessment.Stages.Count, "stage")}";
        return new GraphView(LayeredLayout.Arrange(boxes, arrows.Distinct().ToList()), drawn, summary);
    }

    private static BoxView ToBox(PlacedBox placed, Drawn drawn)
    {
        var worst = drawn.Findings.Count == 0 ? Severity.None : drawn.Findings.Min();
        return new BoxView(
            placed.Box.Id,
            drawn.Class,
            drawn.Findings.Count == 0 ? drawn.Label : $"{drawn.Label}, {Wording.Count(drawn.Findings.Count, "finding")}",
            drawn.ShownText,
            drawn.ShownUnder,
            Number(placed.Corner.X),
            Number(placed.Corner.Y),
            Number(placed.Box.Width),
            Number(placed.Box.Height),
            drawn.Under is null ? Number(placed.Box.Height / 2) : "8",
            drawn.Under is null ? Number((placed.Box.Height / 2) + 4.5) : "19",
            "35",
            drawn.Findings.Count,
            worst.ToString().ToLowerInvariant(),
            (placed.Corner.X, placed.Corner.Y));
    }

    /// <summary>A curve that leaves and arrives level, as lines between layers cross less wildly so.</summary>
    private static string Curve(IReadOnlyList<Spot> through)
    {
        var path = new StringBuilder().Append('M').Append(Point(through[0]));
        for (var index = 1; index < through.Count; index++)
        {
            var (from, to) = (through[index - 1], through[index]);
            var bend = to.X < from.X ? (to.X - from.X) / 2 : Math.Max((to.X - from.X) / 2, 24);
            path.Append('C').Append(Point(new Spot(from.X + bend, from.Y))).Append(' ').Append(Point(new Spot(to.X - bend, to.Y))).Append(' ').Append(Point(to));
        }

        return path.ToString();
    }

    private static string Point(Spot spot) => Number(spot.X) + " " + Number(spot.Y);

    private static string Number(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>What a box shows.</summary>
    private sealed record Drawn(string Class, string Text, string? Under, string Label, IReadOnlyList<Severity> Findings)
    {
        private const double Letter = 8;
        private const double SmallLetter = 6;
        private const double Margin = 28;

        public string ShownText { get; } = Naming.Shortened(Text, LongestName);

        public string? ShownUnder { get; } = Under is null ? null : Naming.Shortened(Under, LongestUnder);

        public double Width => Math.Max(90, Math.Max(ShownText.Length * Letter, (ShownUnder?.Length ?? 0) * SmallLetter) + Margin);

        public double Height => Under is null ? 32 : 46;
    }
}

/// <summary>A box of the picture.</summary>
internal sealed record BoxView(
    string Id, string Class, string Label, string Text, string? Under, string X, string Y, string Width, string Height, string Round, string TextY, string UnderY, int Findings, string Worst, (double X, double Y) Order);

/// <summary>An arrow of the picture.</summary>
internal sealed record ArrowView(string Path, string From, string To);
