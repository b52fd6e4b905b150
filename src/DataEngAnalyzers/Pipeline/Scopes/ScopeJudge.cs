using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Decides whether a stage is pipeline code. If the code cannot show that data moves, it is not.</summary>
internal sealed class ScopeJudge
{
    private readonly PipelineContext _context;

    public ScopeJudge(PipelineContext context) => _context = context;

    /// <param name="stage">The call of the stage's method; who calls it says what runs it.</param>
    /// <param name="operations">What the stage does.</param>
    public Scope Judge(Frame stage, IReadOnlyList<DataOperation> operations)
    {
        var runner = RunnerOf(stage, operations);
        if (stage.Methods.Select(MarkOn).FirstOrDefault(mark => mark is not null) is { } marked)
            return new Scope(true, ImmutableArray.Create(marked), runner);
        if (_context.Options.Scope == PipelineScope.Annotated)
            return new Scope(false, Only("only marked stages count here"), runner) { OnlyMarked = true };
        if (runner.Kind is HostKind.Test or HostKind.Migration or HostKind.Seed)
            return new Scope(false, ImmutableArray.Create(Movements.Clause(runner)), runner);
        if (_context.Options.Scope == PipelineScope.All)
            return new Scope(true, Only("every method counts here"), runner);
        return Movements.In(operations, runner, _context.Values) is { IsEmpty: false } reasons ? new Scope(true, reasons, runner) : new Scope(false, Movements.Missing(operations, runner), runner);
    }

    /// <summary>The scope of a stage that is not seen to its end.</summary>
    public Scope Unknown(Frame stage, IReadOnlyList<DataOperation> operations) =>
        new(false, ImmutableArray.Create(new Reason("it reaches more code than is followed", operations[operations.Count - 1].Location)), RunnerOf(stage, operations));

    // A delegate's host is nearer to what it does than whoever hands the delegate over; tests run whatever they call.
    private Runner RunnerOf(Frame stage, IReadOnlyList<DataOperation> operations)
    {
        var around = stage.Methods.Select(_context.Hosts.Of).FirstOrDefault(runner => runner.Kind != HostKind.Unknown) ?? Runner.Unknown;
        return around.Kind != HostKind.Test && operations is [{ Around.Runner: { Kind: not HostKind.Unknown } handed }, ..] && operations.All(operation => operation.Around.Runner == handed)
            ? _context.Hosts.Settle(handed, stage.Methods)
            : around;
    }

    // An assembly does not keep the marks that its source has.
    private Reason? MarkOn(IMethodSymbol method)
    {
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _context.Compilation.Assembly))
            return null;

        foreach (ISymbol symbol in new ISymbol[] { method, method.ContainingType })
        {
            if (Attributes.Find(symbol, Attributes.PipelineStage) is { AttributeClass: { } type } mark)
                return new Reason("it is marked as a pipeline stage", mark.ApplicationSyntaxReference is { } syntax ? Location.Create(syntax.SyntaxTree, syntax.Span) : Location.None) { Symbol = type };
        }

        return null;
    }

    private static ImmutableArray<Reason> Only(string clause) => ImmutableArray.Create(new Reason(clause, Location.None));
}
