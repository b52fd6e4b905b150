using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// The members whose runs get to given members: those that nobody uses, those that a host calls, and one of each circle that nobody
/// outside uses.
/// </summary>
internal sealed class Roots
{
    private const int MostMembers = 4_000;
    private const int MostRoots = 100;

    private readonly PipelineContext _context;

    public Roots(PipelineContext context) => _context = context;

    /// <summary>The roots above members, in the order of files and places; with more than can be looked at, the first ones.</summary>
    public IReadOnlyList<MemberSketch> Above(IEnumerable<MemberSketch> members, CancellationToken cancellation)
    {
        var callers = CallersAbove(members, cancellation);
        var roots = callers.Where(member => member.Value.Count == 0 || IsEntry(member.Key, cancellation)).Select(member => member.Key).ToList();
        var covered = Below(roots, callers.ContainsKey, cancellation);
        foreach (var member in InOrder(callers.Keys))
        {
            if (covered.Contains(member))
                continue;
            var circle = Below([member], callers.ContainsKey, cancellation);
            if (!Above(member, callers).All(circle.Contains))
                continue;
            roots.Add(member);
            covered.UnionWith(circle);
        }

        return InOrder(roots).Take(MostRoots).ToList();
    }

    private Dictionary<MemberSketch, List<MemberSketch>> CallersAbove(IEnumerable<MemberSketch> members, CancellationToken cancellation)
    {
        var callers = new Dictionary<MemberSketch, List<MemberSketch>>();
        var pending = new Queue<MemberSketch>(members);
        while (pending.Count > 0 && callers.Count < MostMembers)
        {
            var member = pending.Dequeue();
            if (callers.ContainsKey(member))
                continue;
            var above = callers[member] = member.Name.Length == 0 ? [] : _context.Calls.CallersOf(member, cancellation).ToList();
            foreach (var caller in above)
                pending.Enqueue(caller);
        }

        return callers;
    }

    private HashSet<MemberSketch> Below(IEnumerable<MemberSketch> members, Func<MemberSketch, bool> isAsked, CancellationToken cancellation)
    {
        var found = new HashSet<MemberSketch>(members);
        var pending = new Queue<MemberSketch>(found);
        while (pending.Count > 0)
        {
            foreach (var callee in _context.Calls.CalleesOf(pending.Dequeue(), cancellation))
            {
                if (isAsked(callee) && found.Add(callee))
                    pending.Enqueue(callee);
            }
        }

        return found;
    }

    private static HashSet<MemberSketch> Above(MemberSketch member, Dictionary<MemberSketch, List<MemberSketch>> callers)
    {
        var found = new HashSet<MemberSketch>();
        var pending = new Queue<MemberSketch>([member]);
        while (pending.Count > 0)
        {
            foreach (var caller in callers.TryGetValue(pending.Dequeue(), out var above) ? above : [])
            {
                if (found.Add(caller))
                    pending.Enqueue(caller);
            }
        }

        return found;
    }

    private bool IsEntry(MemberSketch member, CancellationToken cancellation) =>
        StageBuilder.MethodOf(member.Declaration, _context.ModelFor(member.Declaration.SyntaxTree), cancellation) is { } method && _context.Hosts.IsEntry(method);

    private static IEnumerable<MemberSketch> InOrder(IEnumerable<MemberSketch> members) => members
        .OrderBy(member => member.Declaration.SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(member => member.Declaration.SpanStart);
}
