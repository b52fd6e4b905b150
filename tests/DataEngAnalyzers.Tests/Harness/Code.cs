using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Bound code for tests of the model below the rules.</summary>
internal sealed class Code
{
    // Compilations that come from one share what they read of the referenced assemblies.
    private static readonly CSharpCompilation Base = CSharpCompilation.Create("Subject", references: References.All);

    private static readonly CSharpCompilation Hosted = Base.AddReferences(References.Hosts);

    private Code(PipelineContext context, CompilationUnitSyntax root)
    {
        Context = context;
        Root = root;
    }

    public PipelineContext Context { get; }

    public CompilationUnitSyntax Root { get; }

    /// <summary>Binds statements or a file, completed with the prelude.</summary>
    public static Code Of(string code, params (string Key, string Value)[] options) => Of(Base, Prelude.Complete(code), [], options);

    /// <summary>The same for code that names hosts and test frameworks, whose references cost time.</summary>
    public static Code OfHosted(string code, params (string Key, string Value)[] options) => Of(Hosted, Prelude.Complete(code), [], options);

    /// <summary>Binds a file beside others of its project; those that are no C# are additional files.</summary>
    public static Code OfFiles(string code, params (string Path, string Text)[] files) => Of(Base, code, files, []);

    /// <summary>The same under options.</summary>
    public static Code OfFiles(string code, (string Key, string Value)[] options, params (string Path, string Text)[] files) => Of(Base, code, files, options);

    /// <summary>Binds the files of a project of this repository, its SQL files beside them as in a build; the first one that holds statements is its program.</summary>
    public static Code OfProject(params string[] folder) => OfProject([], folder);

    /// <summary>The same under options.</summary>
    public static Code OfProject((string Key, string Value)[] options, string[] folder)
    {
        const string Imports = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";
        var trees = Repository.SourcesBelow(folder).Select(path => Analysis.ParseFile(path, System.IO.File.ReadAllText(path))).Append(Analysis.ParseFile("Imports.cs", Imports)).Append(Analysis.EmbeddedAttributes);
        var scripts = Repository.FilesBelow("*.sql", folder).Select(path => new AdditionalFile(path, System.IO.File.ReadAllText(path)));
        return Of(Base, [.. trees.OrderBy(HoldsStatements).Reverse()], [.. scripts], options);
    }

    private static bool HoldsStatements(SyntaxTree tree) => tree.GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax);

    private static Code Of(CSharpCompilation references, string code, (string Path, string Text)[] files, (string Key, string Value)[] options)
    {
        var sources = files.ToLookup(file => file.Path.EndsWith(".cs", System.StringComparison.Ordinal));
        return Of(
            references,
            [Analysis.ParseFile("Code.cs", code), Analysis.ParseFile("Prelude.cs", Prelude.Source), Analysis.EmbeddedAttributes, .. sources[true].Select(file => Analysis.ParseFile(file.Path, file.Text))],
            [.. sources[false].Select(file => new AdditionalFile(file.Path, file.Text))],
            options);
    }

    private static Code Of(CSharpCompilation references, SyntaxTree[] trees, ImmutableArray<AdditionalText> additional, (string Key, string Value)[] options)
    {
        var output = HoldsStatements(trees[0]) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = references.WithOptions(new CSharpCompilationOptions(output)).AddSyntaxTrees(trees);
        var apis = ApiCatalog.Create(compilation, ImmutableArray<ModelsFile>.Empty, CancellationToken.None);
        var context = new PipelineContext(compilation, apis, DataEngOptions.From(Analysis.OptionsOf(options.ToDictionary(option => option.Key, option => option.Value))), additional, new FileSketch.Cache());
        return new Code(context, (CompilationUnitSyntax)trees[0].GetRoot());
    }

    /// <summary>The stages of the file, in source order.</summary>
    public IReadOnlyList<Stage> Stages => Context.Roots.Above(Context.Code.TouchingIn(Root.SyntaxTree), CancellationToken.None)
        .SelectMany(root => StageBuilder.Build(root.Declaration, Context, CancellationToken.None))
        .ToList();

    /// <summary>The stages of all files.</summary>
    public IReadOnlyList<Stage> AllStages => Context.Roots.Above(Context.Compilation.SyntaxTrees.SelectMany(tree => Context.Code.TouchingIn(tree)), CancellationToken.None)
        .SelectMany(root => StageBuilder.Build(root.Declaration, Context, CancellationToken.None))
        .ToList();

    /// <summary>The one stage of the file.</summary>
    public Stage Stage => Stages.Single();

    /// <summary>The text of the first argument of the first call of a method of this name.</summary>
    public HostText TextPassedTo(string method) => HostText.Read(PassedTo(method), Context);

    /// <summary>Every text that the argument can be.</summary>
    public IReadOnlyList<HostText> TextsPassedTo(string method) =>
        TextAlternatives.Of(TextReading.Of(PassedTo(method), Context), around: null).Select(alternative => alternative.Text).ToList();

    private Value PassedTo(string method)
    {
        var call = Root.DescendantNodes().OfType<InvocationExpressionSyntax>().First(invocation => invocation.Expression.ToString().EndsWith(method, System.StringComparison.Ordinal));
        var model = Context.ModelFor(Root.SyntaxTree);
        var body = call.Ancestors().First(node => node is BaseMethodDeclarationSyntax);
        var frame = new Frame((IMethodSymbol)model.GetDeclaredSymbol(body)!, Context.Bodies.Of(body)!);
        return new Value(model.GetOperation(call.ArgumentList.Arguments[0].Expression)!, frame);
    }
}
