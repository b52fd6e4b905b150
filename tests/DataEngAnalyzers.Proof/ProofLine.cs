using DataEngAnalyzers.Proof.Engines;

namespace DataEngAnalyzers.Proof;

/// <summary>What was measured, as a line of a table.</summary>
/// <param name="Proof">What was tried.</param>
/// <param name="Before">What came of the program as written.</param>
/// <param name="After">What came of it with the fix.</param>
internal sealed record ProofLine(Proof Proof, string Before, string After)
{
    /// <summary>The columns of the table.</summary>
    public const string Head = "| engine | program | tried | as written | after the fix |\n|---|---|---|---|---|\n";

    /// <summary>What the line of a proof begins with, whatever is measured.</summary>
    public static string BeginningOf(Proof proof) => $"| {proof.Scenario.Engine.Name()} | {proof.Scenario.Program} | {proof.Trial.Tried} |";

    public override string ToString() => $"{BeginningOf(Proof)} {Before} | {After} |\n";
}
