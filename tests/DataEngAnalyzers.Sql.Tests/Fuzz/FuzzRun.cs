using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using DataEngAnalyzers.Sql.Tests.Corpus;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>Reads many broken texts, each in a dialect taken by turns.</summary>
internal static class FuzzRun
{
    private static readonly SqlDialect[] Dialects = Enum.GetValues<SqlDialect>();

    /// <summary>The first fault with the text it shows on, as short as it can be made; <see langword="null"/> when there is none.</summary>
    public static string? FirstFault(int seed, int count, Action<int>? progress = null)
    {
        var mutator = new SqlMutator(seed, Seeds());
        for (var i = 0; i < count; i++)
        {
            var sql = mutator.Next();
            var dialect = Dialects[i % Dialects.Length];
            if (FuzzCheck.FaultOf(sql, dialect) is not null)
                return Report(Shrink(sql, dialect), dialect, $"seed {seed}, text {i}");
            progress?.Invoke(i);
        }

        return null;
    }

    /// <summary>For the console: <c>fuzz count [seed]</c>.</summary>
    public static int Run(int count, int seed)
    {
        var clock = Stopwatch.StartNew();
        var fault = FirstFault(seed, count, i =>
        {
            if (i % 100_000 == 0)
                Console.WriteLine(FormattableString.Invariant($"{i} texts, {clock.Elapsed.TotalSeconds:0} s"));
        });
        Console.WriteLine(fault ?? FormattableString.Invariant($"{count} texts, seed {seed}: no fault, {clock.Elapsed.TotalSeconds:0} s"));
        return fault is null ? 0 : 1;
    }

    private static ImmutableArray<string> Seeds() => [.. CorpusFiles.All.Select(sample => sample.Sql), .. FuzzSeeds.All];

    // Leaves out whatever the fault does not need.
    private static string Shrink(string sql, SqlDialect dialect)
    {
        for (var length = sql.Length / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= sql.Length;)
            {
                var shorter = sql.Remove(at, length);
                if (FuzzCheck.FaultOf(shorter, dialect) is null)
                    at += length;
                else
                    sql = shorter;
            }
        }

        return sql;
    }

    private static string Report(string sql, SqlDialect dialect, string origin) =>
        $"{origin}, {dialect}:{Environment.NewLine}{sql}{Environment.NewLine}{FuzzCheck.FaultOf(sql, dialect)}";
}
