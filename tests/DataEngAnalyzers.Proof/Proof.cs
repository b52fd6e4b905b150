using System;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Trials;
using DataEngAnalyzers.Rules;

namespace DataEngAnalyzers.Proof;

/// <summary>A program with a flaw, and what it is put through before and after the fix.</summary>
/// <param name="Scenario">The program; its folder is the id of the rule.</param>
/// <param name="Trial">What it is put through.</param>
internal sealed record Proof(Scenario Scenario, Trial Trial)
{
    private const string NotRun = "not run: no server";

    public string Rule => Scenario.Folder;

    /// <summary>False for a flaw that is measured although no fix is offered for it.</summary>
    public bool HasFix { get; init; } = true;

    /// <summary>The stopping of a program that would go on with wrong rows is what its fix is for.</summary>
    public bool StopsInstead { get; init; }

    /// <summary>The line of the page; throws where the flaw does no harm or the fix does not mend it.</summary>
    public async Task<ProofLine> MeasureAsync(Engine engine)
    {
        using var project = new CaseProject(Scenario);
        if ((await project.FindingsAsync()).All(finding => finding.Id != Rule))
            throw new ProofException($"{Rule} is not reported in:\n{await project.TextAsync()}");

        var flawed = await TryAsync(project, engine);
        if (flawed is { IsSound: true })
            throw new ProofException($"No harm is done: {flawed.Text}");

        var isFixed = await project.TakeFixesAsync(Rule);
        if (isFixed != HasFix)
            throw new ProofException($"A fix is {(isFixed ? "offered" : "not offered")} in:\n{await project.TextAsync()}");
        if (!isFixed)
            return new ProofLine(this, flawed?.Text ?? NotRun, "no fix is offered");
        if ((await project.FindingsAsync()).Any(finding => finding.Id == Rule))
            throw new ProofException($"{Rule} is still reported in:\n{await project.TextAsync()}");

        var sound = await TryAsync(project, engine);
        if (sound is { IsSound: false } && !StopsInstead)
            throw new ProofException($"The fix does not help: {sound.Text}\n{await project.TextAsync()}");
        return new ProofLine(this, flawed?.Text ?? NotRun, sound?.Text ?? TransactSql.Accept(await project.TextAsync()));
    }

    public override string ToString() => $"{Scenario}: {Trial.Tried}";

    private async Task<Measured?> TryAsync(CaseProject project, Engine engine) =>
        engine.IsThere ? await Trial.MeasureAsync(await project.BuildAsync(), engine, Scenario) : null;
}

/// <summary>What is claimed does not hold.</summary>
internal sealed class ProofException(string message) : Exception(message);
