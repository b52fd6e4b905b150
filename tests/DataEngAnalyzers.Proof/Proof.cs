using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof;

/// <summary>A program with a flaw, and what it is put through before and after the fix.</summary>
/// <param name="Scenario">The program; its folder is the id of the rule.</param>
/// <param name="Trial">What it is put through.</param>
internal sealed record Proof(Scenario Scenario, Trial Trial) : Claim(Scenario, Trial)
{
    /// <summary>The columns of the table.</summary>
    public const string Head = "| engine | program | tried | as written | after the fix |\n|---|---|---|---|---|\n";

    private const string NotRun = "not run: no server";

    public string Rule => Scenario.Folder;

    /// <summary>False for a flaw that is measured although no fix is offered for it.</summary>
    public bool HasFix { get; init; } = true;

    /// <inheritdoc/>
    public override async Task<string> MeasureAsync(Engine engine)
    {
        var project = await CaseProject.OpenAsync(Scenario);
        if ((await project.FindingsAsync()).All(finding => finding.Id != Rule))
            throw new ProofException($"{Rule} is not reported in:\n{await project.TextAsync()}");

        var flawed = await TryAsync(project, engine);
        if (flawed is { IsSound: true })
            throw new ProofException($"No harm is done: {flawed.Text}");

        var isFixed = await project.TakeFixesAsync(Rule);
        if (isFixed != HasFix)
            throw new ProofException($"A fix is {(isFixed ? "offered" : "not offered")} in:\n{await project.TextAsync()}");
        if (!isFixed)
            return Line(flawed, "no fix is offered");
        if ((await project.FindingsAsync()).Any(finding => finding.Id == Rule))
            throw new ProofException($"{Rule} is still reported in:\n{await project.TextAsync()}");

        var sound = await TryAsync(project, engine);
        if (sound is { IsSound: false })
            throw new ProofException($"The fix does not help: {sound.Text}\n{await project.TextAsync()}");
        return Line(flawed, sound?.Text ?? TransactSql.Accept(await project.TextAsync()));
    }

    private string Line(Measured? flawed, string after) => $"{Beginning} {flawed?.Text ?? NotRun} | {after} |\n";

    private async Task<Measured?> TryAsync(CaseProject project, Engine engine) =>
        engine.IsThere ? await Trial.MeasureAsync(await project.BuildAsync(), engine, Scenario) : null;
}
