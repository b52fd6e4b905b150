using System;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace DataEngAnalyzers.Sql.Benchmark;

/// <summary>
/// The SQL reader beside Microsoft's T-SQL parser on the same statements. The aims: at least 10 times as fast warm and 20 times to the first result
/// of a cold process, at most a fifth of the allocation, linear on any script.
/// </summary>
internal static class Program
{
    private const int DefaultRounds = 20;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case []:
                Console.WriteLine($"{Statements.Read().Length} statements");

                // In this process: both meet the same heap and the same spells of the machine.
                BenchmarkRunner.Run<Warm>(DefaultConfig.Instance.AddJob(Job.MediumRun.WithLaunchCount(1).WithToolchain(InProcessEmitToolchain.Instance)));
                return 0;
            case ["cold"]:
                Cold.Measure(DefaultRounds);
                return 0;
            case ["cold", var rounds]:
                Cold.Measure(int.Parse(rounds, CultureInfo.InvariantCulture));
                return 0;
            case ["linear"]:
                Linear.Measure();
                return 0;
            case ["first", var reader]:
                Cold.ReadOnce(reader);
                return 0;
            default:
                Console.Error.WriteLine("usage: dotnet run -c Release --project build/SqlBenchmark [-- cold [rounds] | linear]");
                return 2;
        }
    }
}
