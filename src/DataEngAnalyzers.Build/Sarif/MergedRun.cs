using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>
/// All runs as one, the way code scanning wants them: each finding once, whatever number of frameworks or projects has it.
/// Facts for the assessment are no findings, and stay out.
/// </summary>
internal sealed class MergedRun
{
    private readonly SortedDictionary<string, SarifRule> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<(string? File, int Line, int Column, string Rule, string Message, bool Suppressed)> _seen = [];
    private readonly List<SarifResult> _results = [];
    private RunContext _context = new();

    public void Add(SarifRun run)
    {
        foreach (var rule in run.Rules.Values)
        {
            if (!_rules.TryGetValue(rule.Id, out var known) || string.CompareOrdinal(rule.Title, known.Title) > 0)
                _rules[rule.Id] = rule;
        }

        _results.AddRange(run.Results.Where(result => result.Rule != SarifReader.FactsRule));
        if (string.CompareOrdinal(run.Context.Revision, _context.Revision) > 0)
            _context = new RunContext { Repository = run.Context.Repository, Revision = run.Context.Revision };
    }

    public SarifRun ToRun() => new()
    {
        Tool = SarifWriter.ToolName,
        Context = _context,
        Rules = _rules,
        Results = _results
            .OrderBy(result => result, ResultOrder.Instance)
            .ThenBy(result => result[PropertyKeys.Evidence], StringComparer.Ordinal)
            .Where(result => _seen.Add((result.Place?.File, result.Place?.Line ?? 0, result.Place?.Column ?? 0, result.Rule, result.Message, result.Suppressed)))
            .ToList(),
    };
}
