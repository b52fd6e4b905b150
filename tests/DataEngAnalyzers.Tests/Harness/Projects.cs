using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>
/// Projects that use each other, each those before it, seen by both hosts: an editor hands a project the source of the others, a build
/// their assemblies.
/// </summary>
internal sealed class Projects
{
    private static readonly SyntaxTree Usings = Analysis.ParseFile("Usings.cs", Prelude.Usings);

    private readonly (string Name, string Code)[] _projects;
    private readonly Func<string, string> _tamper;

    private Projects((string Name, string Code)[] projects, Func<string, string> tamper)
    {
        _projects = projects;
        _tamper = tamper;
    }

    private (string Name, string Code, string SeenBy)? _other;

    /// <summary>Lines that the options of all projects have.</summary>
    public IDictionary<string, string> Options { get; } = new Dictionary<string, string>();

    public static Projects Of(params (string Name, string Code)[] projects) => new(projects, static text => text);

    /// <param name="tamper">Changes the text that built projects leave for the others.</param>
    /// <param name="projects">The projects.</param>
    public static Projects Of(Func<string, string> tamper, params (string Name, string Code)[] projects) => new(projects, tamper);

    /// <summary>Lets one project see another version of a project than the rest do.</summary>
    public void Replace(string name, string code, string seenBy) => _other = (name, code, seenBy);

    /// <summary>What both hosts say of the last project: rule, line and message.</summary>
    public async Task<IReadOnlyList<string>> Says(params string[] rules)
    {
        var built = await SaysInBuild(rules);
        Assert.Equal(built, await SaysInEditor(rules));
        return built;
    }

    /// <summary>A property of the findings of the last project that have it, alike in both hosts; of some rules, or of all.</summary>
    public async Task<IReadOnlyList<string>> Tells(string property, params string[] rules)
    {
        var built = await Tells(Last(Built), property, rules);
        Assert.Equal(string.Join("\n", built), string.Join("\n", await Tells(Last(compilation => compilation.ToMetadataReference()), property, rules)));
        return built;
    }

    private async Task<IReadOnlyList<string>> Tells(CSharpCompilation project, string property, string[] rules) =>
        [.. (await Analysis.RunAsync(project, Options.AsReadOnly())).Where(finding => rules.Length == 0 || rules.Contains(finding.Id)).Select(finding => finding.Properties.GetValueOrDefault(property)).OfType<string>().Order(StringComparer.Ordinal)];

    public Task<IReadOnlyList<string>> SaysInBuild(params string[] rules) => Says(Last(Built), rules);

    public Task<IReadOnlyList<string>> SaysInEditor(params string[] rules) => Says(Last(compilation => compilation.ToMetadataReference()), rules);

    /// <summary>The flows of the last project, as both hosts see them.</summary>
    public string Flows()
    {
        var built = FlowsIn(Last(Built));
        Assert.Equal(built, FlowsIn(Last(compilation => compilation.ToMetadataReference())));
        return built;
    }

    private string FlowsIn(CSharpCompilation project)
    {
        var settings = ProjectSettings.Of(project, Analysis.ProviderOf(Options.AsReadOnly()));
        var context = PipelineContexts.Create(project, settings, [], new HostCache(), CancellationToken.None)!;
        var roots = context.Roots.Above(project.SyntaxTrees.SelectMany(tree => context.Code.TouchingIn(tree)), CancellationToken.None);
        return FlowText.Of(roots.SelectMany(root => StageBuilder.Build(root.Declaration, context, CancellationToken.None)).ToList());
    }

    /// <summary>The text that a built project leaves for the others; <see langword="null"/> where it leaves none.</summary>
    public string? Left(string project)
    {
        var index = Array.FindIndex(_projects, candidate => candidate.Name == project);
        var generated = Generated(Compile(index, _projects.Take(index).Select((_, earlier) => Built(CompileAll(Built)[earlier]))));
        return generated.SyntaxTrees.FirstOrDefault(tree => tree.FilePath.EndsWith(SummaryGenerator.FileName, StringComparison.Ordinal))?.ToString();
    }

    private async Task<IReadOnlyList<string>> Says(CSharpCompilation project, string[] rules) => (await Analysis.RunAsync(project, Options.AsReadOnly()))
        .Where(finding => rules.Length == 0 || rules.Contains(finding.Id))
        .Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Id} {finding.Location.GetLineSpan().StartLinePosition.Line + 1}: {finding.GetMessage(CultureInfo.InvariantCulture)}"))
        .Order(StringComparer.Ordinal)
        .ToList();

    private CSharpCompilation Last(Func<CSharpCompilation, MetadataReference> reference) => CompileAll(reference)[^1];

    private List<CSharpCompilation> CompileAll(Func<CSharpCompilation, MetadataReference> reference)
    {
        var compilations = new List<CSharpCompilation>();
        var references = new List<MetadataReference>();
        for (var index = 0; index < _projects.Length; index++)
        {
            compilations.Add(Compile(index, _other is { } other && other.SeenBy == _projects[index].Name ? references.Select((seen, earlier) => _projects[earlier].Name == other.Name ? reference(Compile(other.Name, other.Code, references.Take(earlier))) : seen) : references));
            if (index < _projects.Length - 1)
                references.Add(reference(compilations[index]));
        }

        return compilations;
    }

    private CSharpCompilation Compile(int index, IEnumerable<MetadataReference> references) => Compile(_projects[index].Name, _projects[index].Code, references);

    private static CSharpCompilation Compile(string name, string code, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [Analysis.ParseFile(name + ".cs", code), Usings, Analysis.EmbeddedAttributes],
            References.All.Concat(references),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private MetadataReference Built(CSharpCompilation compilation)
    {
        var generated = Generated(compilation);
        if (generated.SyntaxTrees.FirstOrDefault(tree => tree.FilePath.EndsWith(SummaryGenerator.FileName, StringComparison.Ordinal)) is { } summaries)
            generated = generated.ReplaceSyntaxTree(summaries, summaries.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(_tamper(summaries.ToString()))));
        using var image = new MemoryStream();
        var result = generated.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray(), filePath: compilation.AssemblyName + ".dll");
    }

    private CSharpCompilation Generated(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new SummaryGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: Analysis.ProviderOf(Options.AsReadOnly()));
        var result = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics).GetRunResult();
        Assert.Empty(diagnostics);
        Assert.All(result.Results, generator => Assert.Null(generator.Exception));
        return (CSharpCompilation)generated;
    }
}
