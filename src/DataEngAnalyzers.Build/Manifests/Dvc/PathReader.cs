using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dvc;

/// <summary>Reads the paths and parameters of a stage.</summary>
internal sealed class PathReader
{
    private static readonly (string Key, string Kind)[] Lists = [("deps", "dep"), ("outs", "out"), ("metrics", "metric"), ("plots", "plot")];

    private readonly StageFact _stage;
    private readonly Scope _scope;

    public PathReader(StageFact stage, Scope scope)
    {
        _stage = stage;
        _scope = scope;
    }

    /// <summary>Gets or sets a value indicating whether the lists are incomplete, as a <c>${…}</c> is unknown.</summary>
    public bool HasHoles { get; set; }

    public void Read(Node body)
    {
        foreach (var (key, kind) in Lists)
        {
            foreach (var item in body.List(key))
                ReadPath(item, kind);
        }

        foreach (var parameter in body.List("params"))
            ReadParameter(parameter);
    }

    // A path, or a path with options.
    private void ReadPath(Node item, string kind)
    {
        var entry = item.Entries.Count > 0 ? item.Entries[0] : null;
        var (text, spot, options) = entry is null ? (item.AsText(), item.Spot, null) : (entry.Key, entry.Spot, entry.Value);
        if (text is not null && Resolve(text) is { } path)
            _stage.Paths.Add(new PathFact(spot, kind, path, new Details().With("persist", options?.Flag("persist") == true).With("cache", options?.Flag("cache") == false ? "no" : null)));
    }

    // A key of the default file, a file with keys, or a whole file.
    private void ReadParameter(Node item)
    {
        if (item.AsText() is { } key)
            Add(item.Spot, PipelineReader.DefaultParameters, key);
        foreach (var entry in item.Entries)
        {
            if (entry.Value.Items.Count == 0)
                Add(entry.Spot, entry.Key, string.Empty);
            foreach (var named in entry.Value.Items)
                Add(named.Spot, entry.Key, named.Value);
        }
    }

    private void Add(Spot spot, string file, string key)
    {
        if (Resolve(file) is not { } path)
            return;
        if (_scope.Resolve(key) is { } resolved)
            _stage.Parameters.Add(new ParameterFact(spot, path, resolved));
        else
            HasHoles = true;
    }

    private string? Resolve(string text)
    {
        if (_scope.Resolve(text) is { Length: > 0 } path)
            return RelativePath.Combine(_stage.WorkingFolder, path);
        HasHoles = true;
        return null;
    }
}
