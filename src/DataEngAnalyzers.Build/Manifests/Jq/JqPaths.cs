namespace DataEngAnalyzers.Build.Manifests.Jq;

/// <summary>Paths into a program's input: <c>.orders[].id</c>; the input itself is empty, and what is unknown is <see langword="null"/>.</summary>
internal static class JqPaths
{
    public const string Root = "";

    // Longer than any payload is deep.
    private const int MostCharacters = 1_000;

    /// <summary>The items of a list.</summary>
    public static string? Items(string? path) => IsUnknown(path) ? null : path is { Length: 0 } ? ".[]" : path + "[]";

    /// <summary>A field of an object.</summary>
    public static string? Field(string? path, string name) => IsUnknown(path) ? null : path + (IsPlain(name) ? "." + name : ".\"" + name + "\"");

    private static bool IsUnknown(string? path) => path is null || path.Length > MostCharacters;

    private static bool IsPlain(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character) && character != '_')
                return false;
        }

        return name.Length > 0 && !char.IsDigit(name[0]);
    }
}
