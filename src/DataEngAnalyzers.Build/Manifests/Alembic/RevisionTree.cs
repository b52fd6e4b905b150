using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>The revisions of one environment, in the order in which they run, and what is wrong with them.</summary>
internal sealed class RevisionTree
{
    private readonly List<Revision> _revisions;
    private readonly Dictionary<string, Revision> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileFacts> _files;

    /// <param name="revisions">All revisions.</param>
    /// <param name="files">Takes the defects, by path.</param>
    public RevisionTree(IEnumerable<Revision> revisions, Dictionary<string, FileFacts> files)
    {
        _files = files;
        _revisions = [.. revisions.OrderBy(revision => revision.Path, StringComparer.Ordinal)];
        foreach (var revision in _revisions)
        {
            if (_byId.TryGetValue(revision.Id, out var first))
                Tell(revision, new TreeFact(revision.Spot, "duplicate", revision.Id, first.Path));
            else
                _byId.Add(revision.Id, revision);
        }
    }

    /// <summary>Looks for defects: several heads, parents that are not there, downgrades that do nothing.</summary>
    public void Check()
    {
        foreach (var revision in _byId.Values)
        {
            foreach (var parent in (revision.Parents ?? []).Where(parent => !_byId.ContainsKey(parent.Id)))
                Tell(revision, new TreeFact(parent.Spot, "missing-parent", revision.Id, parent.Id));
            if (revision.EmptyDowngrade is { } downgrade)
                Tell(revision, new TreeFact(downgrade, "empty-downgrade", revision.Id, string.Empty));
        }

        CheckHeads();
    }

    /// <summary>The revisions so that each comes after those it follows; without those that go in a circle.</summary>
    public IReadOnlyList<Revision> InOrder()
    {
        var waiting = _byId.Values.ToDictionary(revision => revision.Id, revision => Before(revision).Count(), StringComparer.Ordinal);
        var after = _byId.Values.SelectMany(revision => Before(revision).Select(parent => (parent, revision))).ToLookup(pair => pair.parent, pair => pair.revision, StringComparer.Ordinal);
        var ready = new Queue<Revision>(_revisions.Where(revision => waiting[revision.Id] == 0 && ReferenceEquals(_byId[revision.Id], revision)));
        var order = new List<Revision>();
        while (ready.Count > 0)
        {
            var next = ready.Dequeue();
            order.Add(next);
            foreach (var revision in after[next.Id].Where(revision => --waiting[revision.Id] == 0))
                ready.Enqueue(revision);
        }

        if (order.Count < _byId.Count && _revisions.First(revision => waiting[revision.Id] > 0) is { } circle)
            _files[circle.Path].Problems.Add(new Problem(circle.Spot, "revisions follow each other in a circle, so Alembic runs none of them"));
        return order;
    }

    // Several heads stop "upgrade head", unless each is the head of a branch that has a name.
    private void CheckHeads()
    {
        if (_byId.Values.Any(revision => revision.Parents is null))
            return;
        var followed = new HashSet<string>(_byId.Values.SelectMany(revision => revision.Parents!).Select(parent => parent.Id), StringComparer.Ordinal);
        var heads = _revisions.Where(revision => !followed.Contains(revision.Id) && ReferenceEquals(_byId[revision.Id], revision)).ToList();
        if (heads.Count < 2 || heads.All(HasLabel))
            return;
        var last = heads[heads.Count - 1];
        Tell(last, new TreeFact(last.Spot, "heads", last.Id, string.Join(",", heads.Take(heads.Count - 1).Select(head => head.Id))));
    }

    private bool HasLabel(Revision head)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Revision>([head]);
        while (open.Count > 0)
        {
            var revision = open.Pop();
            if (revision.Labels.Count > 0)
                return true;
            foreach (var parent in revision.Parents ?? [])
            {
                if (seen.Add(parent.Id) && _byId.TryGetValue(parent.Id, out var known))
                    open.Push(known);
            }
        }

        return false;
    }

    private IEnumerable<string> Before(Revision revision) =>
        (revision.Parents ?? []).Select(parent => parent.Id).Concat(revision.Dependencies).Where(_byId.ContainsKey).Distinct(StringComparer.Ordinal);

    private void Tell(Revision revision, TreeFact fact) => _files[revision.Path].Tree.Add(fact);
}
