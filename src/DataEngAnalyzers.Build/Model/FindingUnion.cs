using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>Findings of all runs; one that several projects or frameworks share is one.</summary>
internal sealed class FindingUnion
{
    private readonly Dictionary<(string Rule, string? File, int Line, int Column, string Message), Seen> _seen = [];
    private readonly HashSet<(string Rule, string? File, int Line, int Column, string Message)> _suppressed = [];

    public int Suppressed => _suppressed.Count;

    public void Add(SarifResult result, Severity severity, SarifRun run, bool isBlocking)
    {
        var key = (result.Rule, result.Place?.File, result.Place?.Line ?? 0, result.Place?.Column ?? 0, result.Message);
        if (result.Suppressed)
        {
            _suppressed.Add(key);
            return;
        }

        if (!_seen.TryGetValue(key, out var seen))
            _seen[key] = seen = new Seen(result);
        else if (ResultOrder.Instance.Compare(result, seen.Result) < 0 || string.CompareOrdinal(result[PropertyKeys.Evidence], seen.Result[PropertyKeys.Evidence]) < 0)
            seen.Result = result;
        seen.Add(severity, run, isBlocking);
    }

    /// <summary>The worst first, then by place.</summary>
    public IReadOnlyList<Finding> ToSorted(StageIndex index)
    {
        var ordinals = new Ordinals();
        return _seen.Values
            .OrderBy(seen => seen.Severity)
            .ThenBy(seen => seen.Result, ResultOrder.Instance)
            .Select(seen => seen.ToFinding(index, ordinals))
            .ToList();
    }

    /// <summary>A finding and the runs that have it.</summary>
    private sealed class Seen
    {
        private readonly SortedSet<string> _projects = new(StringComparer.Ordinal);
        private RunContext _context = new();
        private SarifRule? _rule;
        private bool _isBlocking;

        public Seen(SarifResult result) => Result = result;

        public SarifResult Result { get; set; }

        public Severity Severity { get; private set; } = Severity.None;

        public void Add(Severity severity, SarifRun run, bool isBlocking)
        {
            Severity = severity < Severity ? severity : Severity;
            _isBlocking |= isBlocking;
            if (run.Context.Project is { } project)
                _projects.Add(project);
            if (run.Context.Revision is not null && string.CompareOrdinal(run.Context.Revision, _context.Revision) > 0)
                _context = run.Context;
            if (run.Rules.TryGetValue(Result.Rule, out var rule) && string.CompareOrdinal(rule.Title, _rule?.Title) > 0)
                _rule = rule;
        }

        public Finding ToFinding(StageIndex index, Ordinals ordinals)
        {
            var fingerprint = Result[PropertyKeys.Fingerprint] ?? Result.Rule;
            var ordinal = ordinals.Next(fingerprint);
            var stages = index.StagesOf(Result, _projects);
            var dataset = Result[PropertyKeys.Dataset];
            return new Finding(
                ordinal == 1 ? fingerprint : $"{fingerprint}-{ordinal}",
                Result.Rule,
                _rule is { Title.Length: > 0 } ? _rule.Title : Result.Rule,
                Severity,
                Result[PropertyKeys.Area] ?? "Other",
                _isBlocking,
                Result.Message,
                Places.Of(Result.Place, _context),
                EvidenceOf(),
                Excerpts.Of(Result),
                Result[PropertyKeys.Remediation],
                Result[PropertyKeys.Fix] is { } fix ? fix == "true" : null,
                _rule?.Help,
                dataset,
                _projects.ToList(),
                index.DatasetsOf(dataset, stages, _projects),
                stages);
        }

        // One clause a site, in the same order; where the numbers differ nobody knows which belongs to which.
        private List<Evidence> EvidenceOf()
        {
            var text = Result[PropertyKeys.Evidence];
            var clauses = text?.Split(["; "], StringSplitOptions.None) ?? [];
            if (clauses.Length == Result.Related.Count)
                return clauses.Select((clause, site) => new Evidence(clause, Places.Of(Result.Related[site], _context))).ToList();

            var evidence = Result.Related.Select(site => new Evidence(null, Places.Of(site, _context))).ToList();
            if (text is not null)
                evidence.Insert(0, new Evidence(text, null));
            return evidence;
        }
    }
}
