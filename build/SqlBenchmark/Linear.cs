using System;
using System.Diagnostics;
using System.Text;

namespace DataEngAnalyzers.Sql.Benchmark;

/// <summary>What a character of a script costs, from 16 KB to 8 MB: linear reading costs the same everywhere.</summary>
internal static class Linear
{
    private const int Smallest = 16 * 1024;
    private const int Largest = 8 * 1024 * 1024;
    private const int Runs = 7;

    public static void Measure()
    {
        var statements = Statements.Read();
        WarmUp(ScriptOf(statements, Smallest));
        for (var size = Smallest; size <= Largest; size *= 8)
        {
            var script = ScriptOf(statements, size);
            var best = double.MaxValue;
            var bytes = 0L;
            for (var run = 0; run < Runs; run++)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var clock = Stopwatch.StartNew();
                Readers.Ours(script);
                best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
                bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
            }

            Console.WriteLine(FormattableString.Invariant(
                $"{script.Length / 1024,5} KB: {best,7:0.0} ms, {best * 1e6 / script.Length:0.0} ns and {(double)bytes / script.Length:0.0} bytes a character"));
        }
    }

    // Until the reader is compiled as it stays.
    private static void WarmUp(string script)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(2);)
            Readers.Ours(script);
    }

    private static string ScriptOf(string[] statements, int size)
    {
        var script = new StringBuilder();
        for (var i = 0; script.Length < size; i++)
            script.Append(statements[i % statements.Length]).Append("\nGO\n");
        return script.ToString();
    }
}
