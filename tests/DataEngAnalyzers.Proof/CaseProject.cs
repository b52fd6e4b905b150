using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.FixTrial;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;
using DataEngAnalyzers.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Proof;

/// <summary>The project that a program is part of, as an editor has it open.</summary>
internal sealed class CaseProject
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;

        """;

    // Compilations that come from one share what they read of the referenced assemblies.
    private static readonly Project Empty = new AdhocWorkspace().CurrentSolution
        .AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Case",
            "Case",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: Libraries.All))
        .Projects.Single()
        .AddDocument("SalesFile.cs", Cases.SalesFile, filePath: "/case/SalesFile.cs").Project;

    private readonly DocumentId _program;
    private IReadOnlyList<Diagnostic>? _findings;

    private CaseProject(Project project, DocumentId program)
    {
        Project = project;
        _program = program;
    }

    public static async Task<CaseProject> OpenAsync(Scenario scenario)
    {
        await Empty.GetCompilationAsync();
        string[] config = ["is_global = true", "build_property.DataEngMode = All", .. scenario.Settings];
        var program = DocumentId.CreateNewId(Empty.Id);
        var project = Empty.Solution
            .AddDocument(program, "Load.cs", SourceText.From(scenario.Text), filePath: "/case/Load.cs")
            .AddDocument(DocumentId.CreateNewId(Empty.Id), "Usings.cs", SourceText.From(Usings + scenario.Engine.Usings()), filePath: "/case/Usings.cs")
            .AddAdditionalDocument(DocumentId.CreateNewId(Empty.Id), "schema.sql", SourceText.From(scenario.Schema + ";"), filePath: "/case/schema.sql")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(Empty.Id), ".globalconfig", SourceText.From(string.Join('\n', config)), filePath: "/case/.globalconfig")
            .GetProject(Empty.Id)!;
        return new CaseProject(project, program);
    }

    /// <summary>The project now.</summary>
    public Project Project { get; private set; }

    /// <summary>What the analyzer says of the program.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindingsAsync()
    {
        if (_findings is null)
        {
            var snapshot = await Snapshot.OfAsync(Project);
            _findings = snapshot.Errors.IsEmpty ? snapshot.Findings : throw new ProofException($"{string.Join('\n', snapshot.Errors)}\n{await TextAsync()}");
        }

        return _findings;
    }

    /// <summary>Takes the fixes that are offered for a rule until none is left; says whether there was one.</summary>
    public async Task<bool> TakeFixesAsync(string rule)
    {
        var isTaken = false;
        while (await OfferAsync(rule) is { } offer)
        {
            Project = await offer.Action.TakenInAsync(Project);
            _findings = null;
            isTaken = true;
        }

        return isTaken;
    }

    /// <summary>The text of the program now.</summary>
    public async Task<string> TextAsync() => (await Project.GetDocument(_program)!.GetTextAsync()).ToString();

    /// <summary>Compiles the project with places to crash between the statements of the program.</summary>
    public async Task<Runnable> BuildAsync()
    {
        var compilation = (await Project.GetCompilationAsync())!;
        var tree = (await Project.GetDocument(_program)!.GetSyntaxTreeAsync())!;
        return Runnable.Of(compilation
            .ReplaceSyntaxTree(tree, CrashPoints.In(tree))
            .AddReferences(MetadataReference.CreateFromFile(typeof(Crash).Assembly.Location)));
    }

    private async Task<Offer?> OfferAsync(string rule)
    {
        foreach (var finding in (await FindingsAsync()).Where(finding => finding.Id == rule))
        {
            if (await Offer.ForAsync(finding, Project) is [var offer, ..])
                return offer;
        }

        return null;
    }
}
