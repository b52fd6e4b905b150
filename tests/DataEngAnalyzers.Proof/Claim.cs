using System;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Trials;

namespace DataEngAnalyzers.Proof;

/// <summary>What the package says of a program, and what the program is put through to show it.</summary>
/// <param name="Scenario">The program.</param>
/// <param name="Trial">What it is put through.</param>
internal abstract record Claim(Scenario Scenario, Trial Trial)
{
    /// <summary>What the line of the claim begins with, whatever is measured.</summary>
    public string Beginning => $"| {Scenario.Engine.Name()} | {Scenario.Name} | {Trial.Tried} |";

    /// <summary>The line of the page; throws where the claim does not hold.</summary>
    public abstract Task<string> MeasureAsync(Engine engine);

    public sealed override string ToString() => $"{Scenario}: {Trial.Tried}";
}

/// <summary>What is claimed does not hold.</summary>
internal sealed class ProofException(string message) : Exception(message);
