using System;
using System.Threading;

namespace DataEngAnalyzers.Proof.Running;

/// <summary>What the code under trial calls between its statements; one of the calls fails when that was asked for.</summary>
public static class Crash
{
    private static readonly AsyncLocal<Plan?> Current = new();

    /// <summary>A place between two statements.</summary>
    public static void Point() => Current.Value?.Pass();

    /// <summary>Makes a later call fail, in what the caller awaits.</summary>
    /// <param name="at">Which one, from 1; 0 for none.</param>
    /// <param name="failure">What is thrown there, once.</param>
    internal static Plan Arm(int at, Func<Exception> failure) => Current.Value = new Plan(at, failure);

    /// <summary>The places that one run has passed.</summary>
    internal sealed class Plan(int at, Func<Exception> failure)
    {
        private int _passed;

        public int Passed => _passed;

        public void Pass()
        {
            if (Interlocked.Increment(ref _passed) == at)
                throw failure();
        }
    }
}

/// <summary>The run ends here, as if the machine had gone away: no code under trial knows this exception.</summary>
internal sealed class CrashException() : Exception("The run was ended here");
