using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dvc;

/// <summary>Reads a <c>.dvc</c> file: data that DVC keeps, and where it was imported from.</summary>
internal static class TrackedFileReader
{
    public static FileFacts Read(string path, string text)
    {
        var facts = new FileFacts(path, Tools.Dvc);
        try
        {
            if (YamlText.Read(text) is { Kind: NodeKind.Map } root)
                facts.Stages.Add(ReadFile(root, path));
        }
        catch (ManifestException error)
        {
            facts.Problems.Add(error.ToProblem());
        }

        return facts;
    }

    private static StageFact ReadFile(Node root, string path)
    {
        var folder = RelativePath.Combine(RelativePath.FolderOf(path), root.Text("wdir") ?? ".");
        var stage = new StageFact(root.Spot, path.Substring(path.LastIndexOf('/') + 1), string.Empty, folder)
        {
            Details = new Details().With("frozen", root.Flag("frozen") == true),
        };
        Read("deps", "dep");
        Read("outs", "out");
        return stage;

        void Read(string list, string kind)
        {
            foreach (var item in root.List(list))
            {
                if (item.Member("path") is { IsScalar: true } file)
                    stage.Paths.Add(new PathFact(file.Spot, kind, RelativePath.Combine(folder, file.Value), new Details().With("persist", item.Flag("persist") == true)));
            }
        }
    }
}
