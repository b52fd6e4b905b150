using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Hosting;

/// <summary>What a stage's scope says of one method that touches data in it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Where">Its name.</param>
/// <param name="Scope">Why the stage counts as pipeline code, or why not.</param>
/// <param name="Caller">The root of the run where that is another method.</param>
internal sealed record ScopeNote(IMethodSymbol Method, Location Where, Scope Scope, IMethodSymbol? Caller)
{
    /// <summary>One note for each method of each stage.</summary>
    public static IEnumerable<ScopeNote> Of(IEnumerable<Stage> stages) =>
        from stage in stages
        from frame in stage.Operations.Select(operation => operation.Call.Frame).Distinct()
        let root = stage.Run.Root
        let name = frame == root ? stage.Run.NameLocation : NameOf(frame.Method, stage.Context)
        where name is not null
        select new ScopeNote(frame.Method, name, stage.Scope, frame == root ? null : root.Method);

    /// <summary>The note as DEA0005 says it, with all locations in the project that show why.</summary>
    public Diagnostic ToDiagnostic(Compilation home)
    {
        var reasons = Caller is null ? Scope.Reasons : Scope.Reasons.Add(new Reason("is called", Location.None) { Symbol = Caller });
        return Diagnostic.Create(
            HealthRules.ScopeOfMethod,
            Where,
            Scope.Reasons.Select(reason => reason.Where.SeenFrom(home)).Where(place => place.IsInSource).Distinct(),
            $"{Method.ContainingType.Name}.{Stage.NameOf(Method)}",
            Scope.IsPipeline ? "counts" : "does not count",
            Reason.Join(reasons));
    }

    private static Location? NameOf(IMethodSymbol method, PipelineContext context) => context.Bodies.DeclarationOf(method) is { } declaration ? StageBuilder.NameOf(declaration) : null;
}
