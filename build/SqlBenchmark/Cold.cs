using System;
using System.Diagnostics;
using System.Linq;

namespace DataEngAnalyzers.Sql.Benchmark;

/// <summary>From the start of a process to its first result, without what a process costs that reads nothing.</summary>
internal static class Cold
{
    private const string Sql = "INSERT INTO dw.Sales (Id, Amount) SELECT Id, Amount FROM stg.Sales WHERE ModifiedAt > @from AND IsVoid = 0";

    private static readonly string[] Names = ["nothing", "ours", "scriptdom"];

    /// <summary>What a child process does.</summary>
    public static void ReadOnce(string reader)
    {
        if (reader == "ours")
            Readers.Ours(Sql);
        else if (reader == "scriptdom")
            Readers.ScriptDom(Sql);
    }

    public static void Measure(int rounds)
    {
        var times = Names.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            // In turns, so that a slow spell of the machine hits all three.
            for (var i = 0; i < Names.Length; i++)
                times[i][round] = TimeOf(Names[i]);
        }

        foreach (var time in times)
            Array.Sort(time);
        Print("best", times, 0);
        Print("median", times, rounds / 2);
    }

    private static double TimeOf(string reader)
    {
        var clock = Stopwatch.StartNew();
        using var child = Process.Start(Environment.ProcessPath!, ["first", reader]);
        child.WaitForExit();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Print(string name, double[][] times, int at)
    {
        double nothing = times[0][at], ours = times[1][at] - nothing, scriptDom = times[2][at] - nothing;
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: first result after {ours:0.0} ms, ScriptDom's after {scriptDom:0.0} ms, {scriptDom / ours:0.0} times as fast (a process alone: {nothing:0.0} ms)"));
    }
}
