using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataEngAnalyzers.Build.Model;
using HandlebarsDotNet;

namespace DataEngAnalyzers.Build.Report.Page;

/// <summary>
/// The assessment as one file that needs nothing else. Names and code in it are data: the template escapes all of them, and
/// the policy lets no script or style run but the page's own.
/// </summary>
internal static class AssessmentPage
{
    private static readonly JsonSerializerOptions DataOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <param name="assessment">What it says.</param>
    /// <param name="toSources">From the page to the root of the sources, with slashes; <see langword="null"/> when there is no way.</param>
    public static string Write(Assessment assessment, string? toSources)
    {
        var style = Asset("page.css");
        var script = Asset("page.js");
        var view = new PageView(assessment, new Links(toSources))
        {
            Policy = $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'",
            Style = style,
            Script = script,
            Data = JsonSerializer.Serialize(new PageData(assessment), DataOptions),
        };

        var handlebars = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, TextEncoder = new HtmlText() });
        handlebars.RegisterTemplate("finding", Asset("finding.hbs"));
        handlebars.RegisterTemplate("place", Asset("place.hbs").TrimEnd());
        return handlebars.Compile(Asset("page.hbs"))(view);
    }

    private static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(AssessmentPage).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return "sha256-" + Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
