using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using DataEngAnalyzers.Assessment;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Tests.Assessment;

/// <summary>What DEA0006 says of code, for tests to read.</summary>
internal static class Told
{
    /// <summary>The option that asks for it.</summary>
    public static readonly (string Key, string Value) Asked = ("build_property.DataEngAssessment", "true");

    /// <summary>The findings of a compilation, in order.</summary>
    public static IReadOnlyList<Diagnostic> By(Code code) =>
        [.. StageFactsReport.Of(new RunFindings(code.Context).Facts(CancellationToken.None), code.Context.Compilation, CancellationToken.None)];

    /// <summary>The one stage of a file.</summary>
    public static JsonElement By(string code) => JsonOf(By(Code.Of(code, Asked)).Single());

    /// <summary>The facts of a finding.</summary>
    public static JsonElement JsonOf(Diagnostic finding) => JsonDocument.Parse(finding.Properties[PropertyKeys.FactsStage]!).RootElement;

    /// <summary>Namespace and name of a dataset.</summary>
    public static string NameOf(JsonElement dataset) => $"{dataset.GetProperty("namespace").GetString()} {dataset.GetProperty("name").GetString()}";

    /// <summary>The names of all datasets under a key.</summary>
    public static IEnumerable<string> Names(JsonElement stage, string key) =>
        stage.TryGetProperty(key, out var all) ? all.EnumerateArray().Select(one => NameOf(one.GetProperty("dataset"))) : [];
}
