using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Trials;

/// <summary>What a program is put through.</summary>
internal abstract class Trial
{
    /// <summary>What is done to it, in the words of the pages.</summary>
    public abstract string Tried { get; }

    /// <summary>Does it and says what came of it.</summary>
    public abstract Task<Measured> MeasureAsync(Runnable program, Engine engine, Scenario scenario);
}

/// <summary>What came of a trial.</summary>
/// <param name="Text">In the words of the pages.</param>
/// <param name="IsSound">The program left what it should.</param>
internal sealed record Measured(string Text, bool IsSound)
{
    /// <param name="failure">What stopped the program.</param>
    /// <param name="found">What it left.</param>
    /// <param name="expected">What it should have left.</param>
    public static Measured Of(System.Exception? failure, Content found, Content expected)
    {
        var isRight = found.Equals(expected);
        var stop = failure is null ? string.Empty : $"stops with `{failure.GetType().Name}`";
        var rows = isRight && failure is not null ? string.Empty : found.Beside(expected);
        return new Measured(stop.Length > 0 && rows.Length > 0 ? $"{stop}; {rows}" : stop + rows, isRight && failure is null);
    }
}
