using System;
using System.Collections.Generic;
using System.Linq;
using GraphShape;

namespace DataEngAnalyzers.Build.Layout;

/// <summary>The columns of a picture, each as wide as its widest box.</summary>
internal sealed class Layers
{
    private readonly List<double> _centers;
    private readonly List<double> _lefts = [];
    private readonly List<double> _widths = [];

    private Layers(List<double> centers) => _centers = centers;

    public static Layers Of(IReadOnlyList<Box> boxes, IReadOnlyDictionary<string, Point> centers, double gap)
    {
        var byCenter = boxes.ToLookup(box => Math.Round(centers[box.Id].X), box => box.Width);
        var layers = new Layers(byCenter.Select(layer => layer.Key).OrderBy(center => center).ToList());
        double left = 0;
        foreach (var center in layers._centers)
        {
            layers._lefts.Add(left);
            layers._widths.Add(byCenter[center].Max());
            left += byCenter[center].Max() + gap;
        }

        return layers;
    }

    /// <summary>Where the boxes of a layer begin.</summary>
    /// <param name="center">As the library places it.</param>
    public double Left(double center) => _lefts[Nearest(center)];

    public double Middle(double center) => Left(center) + (_widths[Nearest(center)] / 2);

    private int Nearest(double center)
    {
        var index = _centers.BinarySearch(Math.Round(center));
        if (index >= 0)
            return index;
        index = ~index;
        if (index == _centers.Count)
            return index - 1;
        return index > 0 && center - _centers[index - 1] < _centers[index] - center ? index - 1 : index;
    }
}
