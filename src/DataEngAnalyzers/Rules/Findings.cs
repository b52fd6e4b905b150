using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Rules;

/// <summary>Collects what the rules found in one stage. One place is reported once a rule.</summary>
internal sealed class Findings
{
    private readonly Dictionary<(string Rule, Location Where), Finding> _found = new();

    /// <summary>Reports at a data operation, on the name of the called member.</summary>
    public Finding Report(Rule rule, DataOperation operation, params object?[] arguments) => Report(rule, operation, operation.Location, arguments);

    /// <summary>Reports about a data operation, at the place that is to be changed.</summary>
    public Finding Report(Rule rule, DataOperation operation, Location location, params object?[] arguments) => Report(rule, operation, location, operation.Member, arguments);

    /// <summary>The same in another member than the one that holds the operation.</summary>
    public Finding Report(Rule rule, DataOperation operation, Location location, IMethodSymbol member, params object?[] arguments) =>
        Report(rule, location, member, arguments).About(operation.Dataset).Because(DoneBy(operation), operation.Call.Doer.IsNeighbour ? operation.Location : null);

    // Who reads only this project does not see the statement.
    private static string DoneBy(DataOperation operation) =>
        operation.Call.Doer.Method is var method ? $"{method.ContainingType?.Name}.{method.Name} of {method.ContainingAssembly?.Name} does it" : string.Empty;

    /// <summary>Reports at a place of a member.</summary>
    public Finding Report(Rule rule, Location location, IMethodSymbol member, params object?[] arguments) =>
        Report(rule, location, member.GetDocumentationCommentId() ?? member.ToDisplayString(), arguments);

    /// <summary>Reports at a step of a migration.</summary>
    public Finding Report(Rule rule, Migration migration, MigrationStep step, params object?[] arguments) =>
        Report(rule, step.Where, migration.Symbol, arguments).About(step.Table ?? step.Rows);

    /// <summary>Reports about a migration as a whole.</summary>
    public Finding Report(Rule rule, Migration migration, params object?[] arguments) => Report(rule, migration.NameLocation, migration.Symbol, arguments);

    /// <summary>Reports at a place in another tool's file.</summary>
    public Finding Report(Rule rule, ManifestPlace place, params object?[] arguments) => Report(rule, place.ToLocation(), place.File.Name, arguments);

    private Finding Report(Rule rule, Location location, string symbol, object?[] arguments)
    {
        var key = (rule.Id, location);
        if (!_found.TryGetValue(key, out var finding))
            _found[key] = finding = new Finding(rule, location, symbol, arguments);
        return finding;
    }

    /// <summary>Takes over a finding of another run, unless the rule has one at that place.</summary>
    public void Take(Finding finding)
    {
        var key = (finding.Rule.Id, finding.Location);
        if (!_found.ContainsKey(key))
            _found.Add(key, finding);
    }

    /// <summary>The findings in source order, by id where two stand at one place.</summary>
    public IEnumerable<Finding> InOrder() => _found.Values
        .OrderBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal)
        .ThenBy(finding => finding.Location.SourceSpan.Start)
        .ThenBy(finding => finding.Location.GetLineSpan().StartLinePosition)
        .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal);
}
