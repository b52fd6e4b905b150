using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Runs the analyzer, all rules on, over sources that need not compile. An exception in it fails the test.</summary>
internal static class Analysis
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);

    /// <summary>The attributes that the package embeds.</summary>
    public static readonly SyntaxTree EmbeddedAttributes = ParseFile(
        "DataEngAttributes.cs",
        File.ReadAllText(Path.Combine(Repository.Root, "build", "attributes", "DataEngAttributes.cs")));

    public static Task<ImmutableArray<Diagnostic>> RunAsync(params string[] sources) =>
        RunAsync(sources.Select((text, index) => CSharpSyntaxTree.ParseText(text, Parse, $"Source{index}.cs")));

    public static Task<ImmutableArray<Diagnostic>> RunAsync(IEnumerable<SyntaxTree> trees, OutputKind output = OutputKind.DynamicallyLinkedLibrary, IReadOnlyDictionary<string, string>? options = null) =>
        RunAsync(Compile(trees, output), options);

    /// <summary>A source beside additional files.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunWithFilesAsync(string source, params (string Path, string Text)[] files) =>
        RunWithFilesAsync([ParseFile("Source.cs", source)], OutputKind.DynamicallyLinkedLibrary, files);

    /// <summary>Sources beside additional files.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunWithFilesAsync(IEnumerable<SyntaxTree> trees, OutputKind output, params (string Path, string Text)[] files) =>
        RunWithFilesAsync(trees, output, options: null, files);

    /// <summary>The same under options.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunWithFilesAsync(IEnumerable<SyntaxTree> trees, OutputKind output, IReadOnlyDictionary<string, string>? options, params (string Path, string Text)[] files) =>
        RunAsync(Compile(trees, output), options, files);

    public static Task<ImmutableArray<Diagnostic>> RunAsync(CSharpCompilation compilation, IReadOnlyDictionary<string, string>? options, params (string Path, string Text)[] files)
    {
        var failures = new List<string>();
        var run = compilation.WithAnalyzers(
            [new PipelineAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. files.Select(file => new AdditionalFile(file.Path, file.Text))], ProviderOf(options)),
                (exception, _, _) => failures.Add(exception.ToString()),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        return Finish(run, failures);
    }

    /// <summary>Options of a project, all rules on.</summary>
    public static AnalyzerConfigOptionsProvider ProviderOf(IReadOnlyDictionary<string, string>? options)
    {
        var all = new Dictionary<string, string> { ["build_property.DataEngMode"] = "All" };
        foreach (var (key, value) in options ?? new Dictionary<string, string>())
            all[key] = value;
        return new Options(all);
    }

    /// <summary>Global options as a host hands them over.</summary>
    public static AnalyzerConfigOptions OptionsOf(Dictionary<string, string> values) => new Table(values);

    /// <summary>The compiler's errors; the attributes that the package embeds count as there.</summary>
    public static IEnumerable<Diagnostic> ErrorsIn(IEnumerable<SyntaxTree> trees, OutputKind output) =>
        Compile(trees, output).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, OutputKind output) => CSharpCompilation.Create(
        "Subject",
        trees.Append(EmbeddedAttributes),
        References.All,
        new CSharpCompilationOptions(output, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(AllRules.All.Where(rule => !rule.Descriptor.IsEnabledByDefault).Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn))));

    public static SyntaxTree ParseFile(string path, string text) => CSharpSyntaxTree.ParseText(text, Parse, path);

    private static async Task<ImmutableArray<Diagnostic>> Finish(CompilationWithAnalyzers run, List<string> failures)
    {
        var diagnostics = await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Xunit.Assert.Empty(failures);
        Xunit.Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id is "AD0001" or "DEA0001");
        return diagnostics;
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        private readonly Table _table = new(values);

        public override AnalyzerConfigOptions GlobalOptions => _table;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _table;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _table;
    }

    private sealed class Table(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
