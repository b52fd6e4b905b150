using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Assessment;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Hosting;

/// <summary>
/// What the rules find in the runs of a compilation, each built once, handed out by file: a host shows only what is reported by the
/// analysis of the file it stands in.
/// </summary>
internal sealed class RunFindings
{
    private readonly PipelineContext _context;
    private readonly ContextText _contexts;
    private readonly ConcurrentDictionary<MemberSketch, Slot> _runs = new();

    public RunFindings(PipelineContext context)
    {
        _context = context;
        _contexts = new ContextText(context);
    }

    /// <summary>The findings in a file, whichever run they come from, each place once a rule; then the scopes of its methods.</summary>
    public IEnumerable<Diagnostic> In(SyntaxTree tree, CancellationToken cancellation)
    {
        var runs = _context.Roots.Above(_context.Code.TouchingIn(tree), cancellation).Select(root => Of(root, cancellation)).ToList();
        var found = new Findings();
        foreach (var finding in runs.SelectMany(run => run.Findings).Where(finding => finding.Location.SourceTree == tree))
            found.Take(finding);
        return found.InOrder().Select(finding => finding.ToDiagnostic(_context.Compilation, UnsafeCaller(finding, runs))).Concat(ScopesIn(tree, runs));
    }

    /// <summary>What all stages tell the assessment; nothing where none is asked for.</summary>
    public IEnumerable<StageFacts> Facts(CancellationToken cancellation) => _context.Compilation.SyntaxTrees
        .SelectMany(tree => _context.Roots.Above(_context.Code.TouchingIn(tree), cancellation))
        .Distinct()
        .SelectMany(root => Of(root, cancellation).Facts);

    // Where one of several runs counts as pipeline code, that one says why.
    private IEnumerable<Diagnostic> ScopesIn(SyntaxTree tree, List<Verdict> runs) => runs
        .SelectMany(run => run.Scopes)
        .Where(note => note.Where.SourceTree == tree)
        .GroupBy(note => note.Where)
        .OrderBy(notes => notes.Key.SourceSpan.Start)
        .Select(notes => (notes.FirstOrDefault(note => note.Scope.IsPipeline) ?? notes.First()).ToDiagnostic(_context.Compilation));

    // Where one caller makes the code safe and another does not, the evidence names the other.
    private static Site? UnsafeCaller(Finding finding, List<Verdict> runs)
    {
        bool Reports(Verdict run) => run.Findings.Any(other => other.Rule == finding.Rule && other.Location == finding.Location);
        return runs.Any(run => run.Places.Contains(finding.Location) && !Reports(run)) ? runs.FirstOrDefault(Reports)?.Caller : null;
    }

    private Verdict Of(MemberSketch root, CancellationToken cancellation)
    {
        var slot = _runs.GetOrAdd(root, _ => new Slot());
        lock (slot)
            return slot.Verdict ??= Check(root, cancellation);
    }

    private Verdict Check(MemberSketch root, CancellationToken cancellation)
    {
        var stages = StageBuilder.Build(root.Declaration, _context, cancellation);
        var found = new Findings();
        foreach (var stage in stages.Where(stage => stage.IsWhole))
        {
            foreach (var rule in AllRules.All)
            {
                cancellation.ThrowIfCancellationRequested();
                rule.Check(stage, found);
            }
        }

        return new Verdict(
            found.InOrder().Where(finding => !IsTold(finding, stages)).ToImmutableArray(),
            ScopeNote.Of(stages).ToImmutableArray(),
            stages.SelectMany(stage => stage.Operations).Select(operation => operation.Location).ToImmutableHashSet(),
            _context.Options.Assesses ? stages.Select(stage => StageReader.Of(stage, _contexts, cancellation)).OfType<StageFacts>().ToImmutableArray() : ImmutableArray<StageFacts>.Empty,
            stages is [var first, ..] ? new Site($"{first.Run.Root.Method.ContainingType.Name} calls it so", first.Run.NameLocation) : null);
    }

    // What another project hears about its own method, its callers need not hear again.
    private static bool IsTold(Finding finding, ImmutableArray<Stage> stages) => stages.SelectMany(stage => stage.Operations).Any(operation =>
        operation.Api is SummaryRow { Facts.Told: { IsEmpty: false } told } && operation.Location == finding.Location && told.Contains(finding.Rule.Id));

    /// <summary>What came of one run.</summary>
    /// <param name="Findings">What the rules found in its stages.</param>
    /// <param name="Scopes">Why its methods count as pipeline code, or why not.</param>
    /// <param name="Places">Where it touches data.</param>
    /// <param name="Facts">What its stages tell the assessment.</param>
    /// <param name="Caller">Its root.</param>
    private sealed record Verdict(ImmutableArray<Finding> Findings, ImmutableArray<ScopeNote> Scopes, ImmutableHashSet<Location> Places, ImmutableArray<StageFacts> Facts, Site? Caller);

    /// <summary>Room for a verdict; a cancelled build leaves it empty for the next who asks.</summary>
    private sealed class Slot
    {
        public Verdict? Verdict { get; set; }
    }
}
