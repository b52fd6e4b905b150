using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Assessment;

/// <summary>Names stages so that those of many projects can be told apart.</summary>
internal static class StageIdentities
{
    public static StageIdentity Of(Stage stage)
    {
        var method = stage.Root;
        var project = stage.Context.Compilation.AssemblyName ?? string.Empty;
        return new StageIdentity(
            NameOf(method, project),
            method.GetDocumentationCommentId() ?? method.ToDisplayString(),
            project,
            stage.Scope.Host is HostKind.Scheduled or HostKind.Message or HostKind.Console ? stage.Scope.Host.ToString().ToLowerInvariant() : "unknown",
            stage.Scope.Runner.Shown is { } shown ? ShownName(shown) : null,
            stage.Scope.Why,
            stage.NameLocation);
    }

    // The program of top-level statements has no namespace, and every project has one.
    private static string NameOf(IMethodSymbol method, string project)
    {
        var type = method.ContainingType;
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString() : project;
        var types = string.Empty;
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            types = outer.Name + "." + types;
        var name = method.Name switch { "<Main>$" => "Main", ".ctor" or ".cctor" => "new", var other => other };
        return $"{space}.{types}{name}";
    }

    private static string ShownName(ISymbol shown) => shown switch
    {
        IMethodSymbol { ContainingType.Name: var type, Name: "<Main>$" } => type,
        INamedTypeSymbol { Name: var name } when name.EndsWith("Attribute", System.StringComparison.Ordinal) => name.Substring(0, name.Length - "Attribute".Length),
        _ => shown.Name,
    };
}
