using System;
using System.Diagnostics;
using BenchmarkDotNet.Attributes;

namespace DataEngAnalyzers.Sql.Benchmark;

/// <summary>Time and allocation of reading all statements once.</summary>
[MemoryDiagnoser]
public class Warm
{
    private readonly string[] _statements = Statements.Read();

    /// <summary>The runtime compiles anew, in the background, what runs often; a few rounds of so many statements are not enough for that.</summary>
    [GlobalSetup]
    public void WarmUp()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(10);)
        {
            ScriptDom();
            Ours();
        }
    }

    [Benchmark(Baseline = true)]
    public object? ScriptDom()
    {
        object? last = null;
        foreach (var sql in _statements)
            last = Readers.ScriptDom(sql);
        return last;
    }

    [Benchmark]
    public object? Ours()
    {
        object? last = null;
        foreach (var sql in _statements)
            last = Readers.Ours(sql);
        return last;
    }
}
