using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DataEngAnalyzers.Benchmark;

/// <summary>
/// What the analyzers cost: CPU time of the compiler on a generated project, with and without them, in turns. Prints the ratio of the
/// medians, and that of the best runs, which other load on the machine disturbs least. The aim is 1.02 at most where no data moves, and
/// 1.05 where a twentieth of the lines does.
/// </summary>
internal static class Program
{
    private const int OrdinaryLines = 50_000;
    private const int LayeredLines = 200_000;
    private const int DefaultRounds = 11;

    private static int Main(string[] arguments)
    {
        var rounds = DefaultRounds;
        var movesData = arguments is ["data", ..];
        var rest = movesData ? arguments[1..] : arguments;
        if (rest.Length > 1 || (rest is [var word] && !(int.TryParse(word, CultureInfo.InvariantCulture, out rounds) && rounds > 0)))
        {
            Console.Error.WriteLine("usage: dotnet run -c Release --project build/Benchmark -- [data] [rounds]");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("dataeng-benchmark-").FullName;
        try
        {
            Measure(new Compiler(folder, movesData ? LayeredProject.Write(folder, LayeredLines) : OrdinaryProject.Write(folder, OrdinaryLines)), rounds);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(Compiler compiler, int rounds)
    {
        var without = new double[rounds];
        var with = new double[rounds];
        compiler.Run(analyze: true);

        for (var round = 0; round < rounds; round++)
        {
            // Whoever comes first alternates, so that a slow spell of the machine hits both.
            var first = round % 2 == 0;
            (first ? with : without)[round] = compiler.Run(analyze: first);
            (first ? without : with)[round] = compiler.Run(analyze: !first);
            Console.WriteLine(FormattableString.Invariant($"round {round + 1}: without {without[round]:0.00} s, with {with[round]:0.00} s"));
        }

        Print("median", Median(without), Median(with));
        Print("best", without.Min(), with.Min());
    }

    private static void Print(string name, double without, double with) => Console.WriteLine(FormattableString.Invariant(
        $"{name}: without {without:0.00} s, with {with:0.00} s, ratio {with / without:0.000}"));

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
