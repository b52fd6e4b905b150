using System;
using System.Diagnostics;
using System.Linq;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>Compares what a character costs, with the lineage of the longest statement, in a text and in one many times as long: the speed of the machine does not matter, only the growth.</summary>
internal static class Growth
{
    /// <summary>Linear reading costs about one; what is quadratic costs <see cref="Factor"/>. Between them there is room for a busy machine.</summary>
    public const double Allowed = 12;

    public const int Factor = 32;

    private const int Smallest = 4 * 1024;
    private const int Attempts = 20;

    /// <summary>By how much the cost of a character grows with the text. What the machine does besides can only add to a time, so the best of many attempts count.</summary>
    public static double Of(Func<int, string> textOf, SqlDialect dialect, int size = Smallest)
    {
        string small = textOf(size), large = textOf(size * Factor);
        TimeSpan shortTime = TimeSpan.MaxValue, longTime = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Attempts && !IsLinear(); attempt++)
        {
            shortTime = Least(shortTime, TimeOf(small, dialect));
            longTime = Least(longTime, TimeOf(large, dialect));
        }

        return Growth();

        bool IsLinear() => longTime < TimeSpan.MaxValue && Growth() <= Allowed;

        double Growth() => longTime / shortTime * small.Length / large.Length;
    }

    /// <summary>For the console: <c>growth [size]</c> lists the shapes that cost too much in any dialect, and the worst.</summary>
    public static int Run(int size)
    {
        var costs = from shape in GrowthShapes.All
                    from dialect in Enum.GetValues<SqlDialect>()
                    select (shape.Key, Dialect: dialect, Growth: Of(shape.Value, dialect, size));
        var (faults, worst) = (0, 0d);
        foreach (var (shape, dialect, growth) in costs)
        {
            worst = Math.Max(worst, growth);
            if (growth <= Allowed)
                continue;

            faults++;
            Console.WriteLine(FormattableString.Invariant($"{growth,6:0.0} {dialect,-10} {shape}"));
        }

        Console.WriteLine(FormattableString.Invariant($"{faults} faults; worst growth {worst:0.0} from {size / 1024} KB to {size * Factor / 1024} KB"));
        return faults == 0 ? 0 : 1;
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan TimeOf(string sql, SqlDialect dialect)
    {
        // What is kept is moved by the garbage collector, and the more there is, the more often.
        var pauses = GC.GetTotalPauseDuration();
        var clock = Stopwatch.StartNew();
        var script = SqlReading.Script(sql, dialect);
        if (script.Statements.MaxBy(statement => statement.Span.Length) is { } longest)
            script.LineageOf(longest);
        return clock.Elapsed - (GC.GetTotalPauseDuration() - pauses);
    }
}
