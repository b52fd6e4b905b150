using System;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof;

/// <summary>A program that looks like one with a flaw and is sound: the analyzer has nothing to say of it.</summary>
/// <param name="Scenario">The program.</param>
/// <param name="Trial">What it is put through.</param>
internal sealed record Trap(Scenario Scenario, Trial Trial) : Claim(Scenario, Trial)
{
    /// <summary>The folder of the programs.</summary>
    public const string Folder = "Traps";

    private const string Reliability = "DEA1";

    /// <summary>The columns of the table.</summary>
    public const string Head = "| engine | program | tried | came of it |\n|---|---|---|---|\n";

    /// <inheritdoc/>
    public override async Task<string> MeasureAsync(Engine engine)
    {
        var project = await CaseProject.OpenAsync(Scenario);
        var said = (await project.FindingsAsync()).FirstOrDefault(finding => finding.Id.StartsWith(Reliability, StringComparison.Ordinal));
        if (said is not null)
            throw new ProofException($"{said} in:\n{await project.TextAsync()}");

        var measured = await Trial.MeasureAsync(await project.BuildAsync(), engine, Scenario);
        return measured.IsSound ? $"{Beginning} {measured.Text} |\n" : throw new ProofException($"Harm is done: {measured.Text}");
    }
}
