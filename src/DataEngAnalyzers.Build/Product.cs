using System.Linq;
using System.Reflection;

namespace DataEngAnalyzers.Build;

/// <summary>What this package is called and where it lives.</summary>
internal static class Product
{
    private static readonly Assembly Own = typeof(Product).Assembly;

    public static string Url { get; } = Own.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "RepositoryUrl").Value!;

    /// <summary>Three numbers; a build's commit is no part of it, so that the same version writes the same bytes.</summary>
    public static string Version { get; } = Own.GetName().Version!.ToString(3);
}
