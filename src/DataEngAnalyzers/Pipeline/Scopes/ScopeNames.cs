using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What people call code that moves rows, and code that fills tables once with what it brings along.</summary>
internal static class ScopeNames
{
    private static readonly HashSet<string> PipelineWords = new(StringComparer.Ordinal)
    {
        "etl", "pipeline", "import", "importer", "ingest", "ingester", "ingestion", "loader", "extract", "extractor", "sync", "synchronizer", "job", "worker", "batch", "export",
        "exporter", "harvest", "harvester", "crawl", "crawler", "scraper", "consumer", "warehouse", "staging", "feed", "inserter", "backfill", "replicator",
    };

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "import", "ingest", "load", "extract", "sync", "etl", "bulk", "copy", "export", "refresh", "backfill",
    };

    private static readonly HashSet<string> SeedWords = new(StringComparer.Ordinal) { "seed", "seeder", "seeding", "seeded" };

    private static readonly HashSet<string> FirstWords = new(StringComparer.Ordinal) { "initializer", "initialiser" };

    private static readonly HashSet<string> DatabaseWords = new(StringComparer.Ordinal) { "db", "database", "data" };

    private static readonly HashSet<string> TestWords = new(StringComparer.Ordinal) { "test", "tests", "specs", "benchmark", "benchmarks" };

    /// <summary>By the type, by a namespace around it, or by the first word of the method.</summary>
    public static bool IsPipeline(IMethodSymbol method) =>
        NameWords.Any(method.ContainingType.ToDisplayString(), PipelineWords) || NameWords.Of(method.Name).FirstOrDefault() is { } verb && Verbs.Contains(verb);

    /// <summary>Named as a seed, or as what first fills a database: <c>DbInitializer</c>.</summary>
    public static bool IsSeed(string name) => NameWords.Any(name, SeedWords) || NameWords.Any(name, FirstWords) && NameWords.Any(name, DatabaseWords);

    /// <summary>By the last word of the project's name; a benchmark fills tables to be measured.</summary>
    public static bool IsTestProject(string? assembly) => assembly is not null && NameWords.Of(assembly).LastOrDefault() is { } last && TestWords.Contains(last);
}
