using System.IO;

namespace DataEngAnalyzers.Generate;

/// <summary>Where the repository lies on this machine.</summary>
internal static class Repository
{
    private const string Marker = "DataEngAnalyzers.sln";

    /// <summary>The nearest folder, from <paramref name="start"/> upwards, that holds the solution.</summary>
    public static string Root(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        }

        throw new GenerateException($"No {Marker} in '{start}' or above it: run this inside the repository");
    }
}
