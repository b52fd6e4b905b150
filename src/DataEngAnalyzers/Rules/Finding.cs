using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Rules;

/// <summary>One finding under construction: where, about which dataset, on what evidence, and what to do.</summary>
internal sealed class Finding
{
    private readonly object?[] _arguments;
    private readonly List<Site> _evidence = new();
    private readonly Dictionary<string, string> _fix = new();
    private string? _dataset;
    private string? _remedy;
    private Severity _severity;

    /// <param name="rule">The rule.</param>
    /// <param name="location">The place.</param>
    /// <param name="symbol">Documentation-comment id of the member it is in; the name of a script.</param>
    /// <param name="arguments">Of the rule's message.</param>
    public Finding(Rule rule, Location location, string symbol, object?[] arguments)
    {
        Rule = rule;
        Location = location;
        Symbol = symbol;
        _arguments = arguments;
        _severity = rule.Severity;
    }

    public Rule Rule { get; }

    public Location Location { get; }

    private string Symbol { get; }

    /// <summary>The dataset the finding is about.</summary>
    public Finding About(Dataset? dataset)
    {
        _dataset = dataset?.Name;
        return this;
    }

    /// <summary>Adds a site of the evidence, in reading order: source, step, sink. A site without a place, or known already, is left out.</summary>
    public Finding Because(string what, Location? where)
    {
        if (where is not null && !_evidence.Contains(new Site(what, where)))
            _evidence.Add(new Site(what, where));
        return this;
    }

    /// <summary>Adds a line of another tool's file.</summary>
    public Finding Because(string what, ManifestPlace where) => Because(what, where.ToLocation());

    /// <summary>Adds the call that writes, where the finding stands elsewhere.</summary>
    public Finding WrittenBy(DataOperation write) => write.Location == Location ? this : Because("it is written here", write.Location);

    /// <summary>Names the dataset where the code does not.</summary>
    public Finding About(string dataset)
    {
        _dataset = dataset;
        return this;
    }

    /// <summary>Adds why the stage is pipeline code, and who runs it again after an error without being told to.</summary>
    public Finding BecauseOf(Stage stage)
    {
        Because(stage.Scope.Why, stage.NameLocation);
        return stage.Scope.Runner is { RunsAgain: true } runner ? Because("its host runs it again after an error", runner.Where) : this;
    }

    /// <summary>What the reader should do, one sentence without a period.</summary>
    public Finding Remedy(string remedy)
    {
        _remedy = remedy;
        return this;
    }

    /// <summary>This case hurts less than the rule's usual one; travels in the properties.</summary>
    public Finding As(Severity severity)
    {
        _severity = severity;
        return this;
    }

    /// <summary>Hands a fact to the fix, under <see cref="PropertyKeys.Fix"/>.</summary>
    public Finding ForFix(string key, string value)
    {
        _fix[PropertyKeys.Fix + key] = value;
        return this;
    }

    /// <param name="home">The project that reports it: a place in another project's source cannot be shown here.</param>
    /// <param name="caller">One more site: who calls the code in a way that makes it wrong, where others do not.</param>
    public Diagnostic ToDiagnostic(Compilation home, Site? caller = null)
    {
        var evidence = caller is { } site ? _evidence.Append(site).ToList() : _evidence;
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties[PropertyKeys.Severity] = _severity.ToString();
        properties[PropertyKeys.Area] = Rule.Area.ToString();
        properties[PropertyKeys.Symbol] = Symbol;
        properties[PropertyKeys.HasFix] = Rule.NoFix is null ? "true" : "false";
        properties[PropertyKeys.Fingerprint] = Rules.Fingerprint.Of(Rule.Id, Symbol, _dataset, Location, string.Join(" ", _arguments));
        if (_dataset is not null)
            properties[PropertyKeys.Dataset] = _dataset;
        if (evidence.Count > 0)
            properties[PropertyKeys.Evidence] = string.Join("; ", evidence.Select(seen => seen.What));
        if (_remedy is not null)
            properties[PropertyKeys.Remediation] = _remedy;
        foreach (var pair in _fix)
            properties[pair.Key] = pair.Value;

        return Diagnostic.Create(
            Rule.Descriptor,
            Location,
            additionalLocations: evidence.Select(seen => seen.Where.SeenFrom(home)),
            properties: properties.ToImmutable(),
            messageArgs: _arguments);
    }

}

/// <summary>One place of the evidence and what is to be seen there.</summary>
internal readonly record struct Site(string What, Location Where);
