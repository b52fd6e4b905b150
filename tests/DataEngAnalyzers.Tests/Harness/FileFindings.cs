using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>What one rule finds in files of other tools: place and message, in order.</summary>
internal sealed class FileFindings(string id, string? dialect = null)
{
    /// <summary>The findings beside a class that does nothing.</summary>
    public Task<List<string>> OfAsync(params string[] facts) => OfAsync([], facts);

    /// <summary>The findings beside sources.</summary>
    public async Task<List<string>> OfAsync(string[] sources, string[] facts)
    {
        var trees = sources.DefaultIfEmpty("class C { }").Select((text, index) => Analysis.ParseFile($"Source{index}.cs", Prelude.Complete(text))).Prepend(Analysis.ParseFile("Prelude.cs", Prelude.Source)).ToList();
        Assert.Empty(Analysis.ErrorsIn(trees, Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        var options = dialect is null ? null : new Dictionary<string, string> { ["dataeng.dialect"] = dialect };
        var found = await Analysis.RunWithFilesAsync(trees, Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, options, (FactsFile.Path, FactsFile.Of(facts)));
        return found.Where(diagnostic => diagnostic.Id == id).Select(Text).ToList();
    }

    private static string Text(Microsoft.CodeAnalysis.Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return $"{place.Path}:{place.StartLinePosition.Line + 1} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }
}
