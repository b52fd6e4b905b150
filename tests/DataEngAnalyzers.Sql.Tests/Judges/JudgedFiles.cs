using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Sql.Tests.Corpus;

namespace DataEngAnalyzers.Sql.Tests.Judges;

/// <summary>Asks a judge about scripts outside the corpus and prints where it disagrees with the reader.</summary>
internal static partial class JudgedFiles
{
    public static int Run(IJudge judge, IEnumerable<string> paths)
    {
        var (accepted, batches, disagreements) = (0, 0, 0);
        foreach (var sample in paths.SelectMany(FilesOf).SelectMany(file => BatchesOf(judge.Dialect, file)))
        {
            batches++;
            if (judge.Of(sample) is not { } verdict)
                continue;

            accepted++;
            foreach (var answer in Comparison.Compare([.. SqlReading.WithBodies(sample.Read().Statements)], verdict).Where(a => !a.Agrees))
            {
                disagreements++;
                Console.WriteLine($"{sample.Topic} batch {sample.Name}: {answer}");
            }
        }

        Console.WriteLine($"{disagreements} disagreements in {accepted} batches of {batches} that {judge.Name} accepts");
        return disagreements == 0 ? 0 : 1;
    }

    private static string[] FilesOf(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path, "*.sql", SearchOption.AllDirectories) : [path];

    private static IEnumerable<CorpusCase> BatchesOf(SqlDialect dialect, string file) =>
        BatchEnd().Split(File.ReadAllText(file)).Select((batch, number) => new CorpusCase(dialect, Path.GetFileName(file), $"{number + 1}", batch)
        {
            Expected = [],
            Facts = [],
            Disagreements = ImmutableDictionary<string, string>.Empty,
            Setup = "",
        });

    [GeneratedRegex(@"^[ \t]*GO[ \t]*\d*[ \t]*;?[ \t]*\r?$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex BatchEnd();
}
