using System;
using System.Linq;
using DataEngAnalyzers.Build.Model;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>Where the page links to: the repository's host if it is known, else the file beside the page.</summary>
internal sealed class Links
{
    private readonly string? _toSources;

    public Links(string? toSources) => _toSources = toSources;

    public PlaceView? To(Place? place) => place is null ? null : new PlaceView($"{place.File}:{place.Line}", place.Url ?? ToFile(place.File));

    /// <summary>An address from a log; one that is no web address is none.</summary>
    public static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;

    /// <summary>The way from one folder to another above it; <see langword="null"/> when that is not above.</summary>
    public static string? Up(string from, string to)
    {
        static string Slashes(string path) => path.Replace('\\', '/').TrimEnd('/') + "/";

        var (below, above) = (Slashes(from), Slashes(to));
        return below.StartsWith(above, StringComparison.Ordinal)
            ? string.Concat(Enumerable.Repeat("../", below.Substring(above.Length).Count(character => character == '/')))
            : null;
    }

    private string? ToFile(string file) => _toSources is null ? null : _toSources + string.Join("/", file.Split('/').Select(Uri.EscapeDataString));
}

/// <summary>A place as the page shows it.</summary>
internal sealed record PlaceView(string Text, string? Href);
