using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Layout;

/// <summary>What is to be drawn: a box with a size.</summary>
internal sealed record Box(string Id, double Width, double Height);

/// <summary>An arrow between two boxes.</summary>
internal sealed record Arrow(string From, string To);

/// <summary>A point of the picture; y grows downwards.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A box and its upper left corner.</summary>
internal sealed record PlacedBox(Box Box, Spot Corner);

/// <summary>An arrow and the points it goes through, from box to box.</summary>
internal sealed record PlacedArrow(Arrow Arrow, IReadOnlyList<Spot> Through);

/// <summary>Boxes and arrows with their places, from 0, 0 to the width and height.</summary>
internal sealed record Picture(IReadOnlyList<PlacedBox> Boxes, IReadOnlyList<PlacedArrow> Arrows, double Width, double Height);
