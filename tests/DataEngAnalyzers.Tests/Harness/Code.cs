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
    private Code(PipelineContext context, CompilationUnitSyntax root)
    {
        Context = context;
        Root = root;
    }

    public PipelineContext Context { get; }

    public CompilationUnitSyntax Root { get; }

    /// <summary>Binds statements or a file, completed with the prelude.</summary>
    public static Code Of(string code, params (string Key, string Value)[] options)
    {
        var trees = new[] { Analysis.ParseFile("Code.cs", Prelude.Complete(code)), Analysis.ParseFile("Prelude.cs", Prelude.Source) };
        var output = trees[0].GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create("Subject", trees, References.All, new CSharpCompilationOptions(output));
        var apis = ApiCatalog.Create(compilation, ImmutableArray<ModelsFile>.Empty, CancellationToken.None);
        var context = new PipelineContext(compilation, apis, DataEngOptions.From(Analysis.OptionsOf(options.ToDictionary(option => option.Key, option => option.Value))), ImmutableArray<AdditionalText>.Empty);
        return new Code(context, (CompilationUnitSyntax)trees[0].GetRoot());
    }

    /// <summary>The stages of the file, in source order.</summary>
    public IReadOnlyList<Stage> Stages => new Sketches(Context).RootsIn(Root, CancellationToken.None)
        .Select(root => StageBuilder.Build(root, Context, CancellationToken.None))
        .OfType<Stage>()
        .ToList();

    /// <summary>The one stage of the file.</summary>
    public Stage Stage => Stages.Single();

    /// <summary>The text of the first argument of the first call of a method of this name.</summary>
    public HostText TextPassedTo(string method)
    {
        var call = Root.DescendantNodes().OfType<InvocationExpressionSyntax>().First(invocation => invocation.Expression.ToString().EndsWith(method, System.StringComparison.Ordinal));
        var model = Context.ModelFor(Root.SyntaxTree);
        var body = call.Ancestors().First(node => node is BaseMethodDeclarationSyntax);
        var frame = new Frame((IMethodSymbol)model.GetDeclaredSymbol(body)!, Context.Bodies.Of(body)!);
        return HostText.Read(new Value(model.GetOperation(call.ArgumentList.Arguments[0].Expression)!, frame), Context.Values);
    }
}
