using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Generate;

/// <summary>Every file of the repository that is made from the rules.</summary>
internal static class GeneratedFiles
{
    public static IEnumerable<GeneratedFile> Of(string root)
    {
        var all = RuleFacts.All();
        var rules = all.Where(rule => rule.Severity is not null).ToList();

        foreach (var preset in Preset.All())
            yield return preset.ToFile(all);

        yield return MarkedSection.Fill(root, "README.md", "rules", Tables.Catalogue(rules));

        foreach (var rule in all.Where(rule => File.Exists(Path.Combine(root, rule.Page))))
            yield return MarkedSection.Fill(root, rule.Page, "facts", Tables.Facts(rule));
    }
}
