using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Tests.Knowledge;

/// <summary>A source compiled against the framework and every package the tests reference.</summary>
internal sealed class Compiled
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> AllReferences = new(LoadReferences);

    private Compiled(CSharpCompilation compilation)
    {
        Compilation = compilation;
        Root = compilation.SyntaxTrees[0].GetCompilationUnitRoot();
        Semantics = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
    }

    public CSharpCompilation Compilation { get; }

    public CompilationUnitSyntax Root { get; }

    public SemanticModel Semantics { get; }

    public static Compiled From(params string[] sources) => new(Create(sources, AllReferences.Value));

    /// <summary>The framework alone, as a project without any package sees it.</summary>
    public static Compiled WithoutPackages(params string[] sources) => new(Create(sources, Framework));

    /// <summary>The framework and one assembly.</summary>
    public static Compiled WithAssembly(string path) => new(Create([""], Framework.Append(MetadataReference.CreateFromFile(path))));

    /// <summary>The symbol that the only call, creation or access written as <paramref name="code"/> binds to.</summary>
    public ISymbol Symbol(string code)
    {
        var node = Root.DescendantNodes().OfType<ExpressionSyntax>().First(expression => expression.ToString() == code);
        return Semantics.GetSymbolInfo(node).Symbol ?? throw new InvalidOperationException($"'{code}' does not bind.");
    }

    public ApiCatalog Catalog(params string[] userModels) => ApiCatalog.Create(
        Compilation,
        userModels.Select((text, index) => ModelsReader.Read($"{index}.dataeng.models", text)).ToImmutableArray(),
        default);

    private static IEnumerable<MetadataReference> Framework => AllReferences.Value
        .Where(reference => reference.Display!.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal));

    private static CSharpCompilation Create(IEnumerable<string> sources, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "code",
        sources.Select(source => CSharpSyntaxTree.ParseText(source)),
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static ImmutableArray<MetadataReference> LoadReferences() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .Concat(References.Hosts)
        .ToImmutableArray();
}
