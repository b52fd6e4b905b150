using BenchmarkDotNet.Attributes;

namespace DataEngAnalyzers.Sql.Benchmark;

/// <summary>Time and allocation of reading all statements once.</summary>
[MemoryDiagnoser]
public class Warm
{
    private readonly string[] _statements = Statements.Read();

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
