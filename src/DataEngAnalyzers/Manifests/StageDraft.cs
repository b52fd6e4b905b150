using System.Collections.Immutable;

namespace DataEngAnalyzers.Manifests;

/// <summary>A stage of DVC while the lines about it are read.</summary>
internal sealed class StageDraft
{
    private readonly DvcStage _stage;
    private readonly ImmutableArray<DvcPath>.Builder _paths = ImmutableArray.CreateBuilder<DvcPath>();
    private readonly ImmutableArray<DvcParameter>.Builder _parameters = ImmutableArray.CreateBuilder<DvcParameter>();

    public StageDraft(FactsLine line, ManifestPlace place) =>
        _stage = new DvcStage(line[5], line[6], line.Optional(7) ?? ".", place) { Values = ManifestValues.Of(line[8]) };

    /// <summary>Takes a line about the stage.</summary>
    public void Add(FactsLine line)
    {
        var place = new ManifestPlace(_stage.Place.File, line.Number(2), line.Number(3));
        if (line.Kind == "path")
            _paths.Add(new DvcPath(line.Word(4, FactsWords.Paths), line[5], ManifestValues.Of(line[6]), place));
        else
            _parameters.Add(new DvcParameter(line[4], line.Optional(5), place));
    }

    public DvcStage Stage() => _stage with { Paths = _paths.ToImmutable(), Parameters = _parameters.ToImmutable() };
}
