using System;
using System.Collections.Generic;
using System.Linq;
using GraphShape;
using GraphShape.Algorithms.Layout;
using QuikGraph;
using QuikGraph.Algorithms;

namespace DataEngAnalyzers.Build.Layout;

/// <summary>
/// Draws a graph from left to right in layers, by GraphShape. Parts that are not connected are laid out by themselves and
/// put on shelves, large ones first, so that the picture keeps about the shape of a screen.
/// </summary>
internal static class LayeredLayout
{
    private const double LayerGap = 70;
    private const double BoxGap = 16;
    private const double PartGap = 40;
    private const double Shape = 1.9;

    public static Picture Arrange(IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows)
    {
        var parts = Parts(boxes, arrows).Select(part => Arrange(part.Boxes, part.Arrows)).ToList();
        return Shelve(parts);
    }

    private static IEnumerable<(List<Box> Boxes, List<Arrow> Arrows)> Parts(IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows)
    {
        var graph = new AdjacencyGraph<string, SEdge<string>>(allowParallelEdges: false);
        graph.AddVertexRange(boxes.Select(box => box.Id));
        graph.AddEdgeRange(arrows.Select(arrow => new SEdge<string>(arrow.From, arrow.To)));
        var partOf = new Dictionary<string, int>(StringComparer.Ordinal);
        graph.WeaklyConnectedComponents(partOf);

        var arrowsOf = arrows.ToLookup(arrow => partOf[arrow.From]);
        return boxes.GroupBy(box => partOf[box.Id]).Select(part => (part.ToList(), arrowsOf[part.Key].ToList()));
    }

    private static Picture Arrange(List<Box> boxes, List<Arrow> arrows)
    {
        if (boxes.Count == 1)
            return new Picture([new PlacedBox(boxes[0], default)], [], boxes[0].Width, boxes[0].Height);

        var graph = new BidirectionalGraph<string, Edge<string>>(allowParallelEdges: false);
        graph.AddVertexRange(boxes.Select(box => box.Id));
        var edges = arrows.ToDictionary(arrow => arrow, arrow => new Edge<string>(arrow.From, arrow.To));
        graph.AddEdgeRange(edges.Values);
        // The library takes the width for the room along a layer, whatever the direction; how wide a layer is it need not know.
        var sizes = boxes.ToDictionary(box => box.Id, box => new Size(box.Height, box.Height), StringComparer.Ordinal);
        var layout = new SugiyamaLayoutAlgorithm<string, Edge<string>, BidirectionalGraph<string, Edge<string>>>(graph, sizes, new SugiyamaLayoutParameters
        {
            Direction = LayoutDirection.LeftToRight,
            LayerGap = LayerGap,
            SliceGap = BoxGap,
            OptimizeWidth = false,
            MinimizeEdgeLength = true,
            EdgeRouting = SugiyamaEdgeRouting.Traditional,
        });
        layout.Compute();

        var centers = boxes.ToDictionary(box => box.Id, box => layout.VerticesPositions[box.Id], StringComparer.Ordinal);
        var layers = Layers.Of(boxes, centers, LayerGap);
        var top = boxes.Min(box => centers[box.Id].Y - (box.Height / 2));
        var placed = boxes.Select(box => new PlacedBox(box, new Spot(layers.Left(centers[box.Id].X), centers[box.Id].Y - (box.Height / 2) - top))).ToList();
        var byId = placed.ToDictionary(box => box.Box.Id, StringComparer.Ordinal);
        IEnumerable<Spot> Route(Edge<string> edge) => layout.EdgeRoutes.TryGetValue(edge, out var route) ? route.Select(point => new Spot(layers.Middle(point.X), point.Y - top)) : [];
        return new Picture(
            placed,
            arrows.Select(arrow => new PlacedArrow(arrow, Through(byId[arrow.From], byId[arrow.To], Route(edges[arrow])))).ToList(),
            placed.Max(box => box.Corner.X + box.Box.Width),
            placed.Max(box => box.Corner.Y + box.Box.Height));
    }

    private static List<Spot> Through(PlacedBox from, PlacedBox to, IEnumerable<Spot> route)
    {
        if (to.Corner.X + to.Box.Width <= from.Corner.X)
            return [new(from.Corner.X, from.Corner.Y + (from.Box.Height * 0.75)), new(to.Corner.X + to.Box.Width, to.Corner.Y + (to.Box.Height * 0.75))];
        var start = new Spot(from.Corner.X + from.Box.Width, from.Corner.Y + (from.Box.Height / 2));
        var end = new Spot(to.Corner.X, to.Corner.Y + (to.Box.Height / 2));
        return [start, .. route.Where(spot => spot.X > start.X && spot.X < end.X), end];
    }

    private static Picture Shelve(List<Picture> parts)
    {
        var area = parts.Sum(part => (part.Width + PartGap) * (part.Height + PartGap));
        var width = Math.Max(parts.Select(part => part.Width).DefaultIfEmpty(0).Max(), Math.Sqrt(area * Shape));
        var boxes = new List<PlacedBox>();
        var arrows = new List<PlacedArrow>();
        double x = 0, y = 0, shelf = 0, widest = 0;
        foreach (var part in parts.OrderByDescending(part => part.Height))
        {
            if (x > 0 && x + part.Width > width)
                (x, y, shelf) = (0, y + shelf + PartGap, 0);
            Spot Moved(Spot spot) => new(spot.X + x, spot.Y + y);
            boxes.AddRange(part.Boxes.Select(box => box with { Corner = Moved(box.Corner) }));
            arrows.AddRange(part.Arrows.Select(arrow => arrow with { Through = arrow.Through.Select(Moved).ToList() }));
            shelf = Math.Max(shelf, part.Height);
            widest = Math.Max(widest, x + part.Width);
            x += part.Width + PartGap;
        }

        return new Picture(boxes, arrows, widest, y + shelf);
    }
}
