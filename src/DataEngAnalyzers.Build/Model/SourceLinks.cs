using System;
using System.Linq;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>Addresses of lines on the hosts that SourceLink knows; a host that is not known has none.</summary>
internal static class SourceLinks
{
    private const string Suffix = ".git";

    public static string? To(SarifPlace place, RunContext context)
    {
        if (context is not { Repository: { } address, Revision: { Length: > 0 } revision }
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        var repository = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (repository.EndsWith(Suffix, StringComparison.Ordinal))
            repository = repository.Substring(0, repository.Length - Suffix.Length);
        var path = string.Join("/", place.File.Split('/').Select(Uri.EscapeDataString));
        revision = Uri.EscapeDataString(revision);
        return uri.Host switch
        {
            "github.com" => $"{repository}/blob/{revision}/{path}#L{place.Line}",
            "bitbucket.org" => $"{repository}/src/{revision}/{path}#lines-{place.Line}",
            "dev.azure.com" => $"{repository}?path=/{path}&version=GC{revision}&line={place.Line}",
            var host when host.IndexOf("gitlab", StringComparison.Ordinal) >= 0 => $"{repository}/-/blob/{revision}/{path}#L{place.Line}",
            _ => null,
        };
    }
}
