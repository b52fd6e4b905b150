namespace DataEngAnalyzers.Build.Manifests.Jq;

/// <summary>What functions of jq hand to their arguments, and what comes out of them.</summary>
internal static class JqFunctions
{
    /// <summary>What "." is within the arguments of a function; <see langword="null"/> when that is unknown.</summary>
    public static string? InputOfArguments(string function, string? input) => function switch
    {
        "select" or "del" or "first" or "last" or "limit" or "until" or "error" or "test" or "contains" or "inside" or "startswith" or "endswith" or "split"
            or "join" or "index" or "range" or "isvalid" or "add" or "debug" or "ltrimstr" or "rtrimstr" or "sub" or "gsub" or "strftime" or "strptime" => input,
        "map" or "sort_by" or "unique_by" or "group_by" or "min_by" or "max_by" or "any" or "all" => JqPaths.Items(input),
        _ => null,
    };

    /// <summary>What a function puts out, when that is a path.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="input">What "." is.</param>
    /// <param name="argument">What its last argument puts out.</param>
    public static string? Output(string function, string? input, string? argument) => function switch
    {
        "select" or "sort_by" or "unique_by" or "sort" or "unique" or "reverse" or "del" or "debug" => input,
        "min_by" or "max_by" or "min" or "max" => JqPaths.Items(input),
        "map" when input is not null && argument == JqPaths.Items(input) => input,
        "first" or "last" or "limit" when argument is not null => argument,
        "first" or "last" => JqPaths.Items(input),
        _ => null,
    };
}
