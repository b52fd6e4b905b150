using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests.Corpus;

/// <summary>The cases of <c>Corpus/&lt;dialect&gt;/&lt;topic&gt;.sql</c>.</summary>
internal static class CorpusFiles
{
    private static readonly Lazy<ImmutableArray<CorpusCase>> Read = new(ReadFiles);
    private static readonly Lazy<ImmutableDictionary<string, CorpusCase>> ById = new(() => All.ToImmutableDictionary(c => c.Id));

    public static ImmutableArray<CorpusCase> All => Read.Value;

    /// <summary>The cases by name, for theories.</summary>
    public static TheoryData<string> Ids => new(All.Select(c => c.Id));

    public static CorpusCase Of(string id) => ById.Value[id];

    public static IEnumerable<CorpusCase> Of(SqlDialect dialect) => All.Where(c => c.Dialect == dialect);

    public static string FolderOf(SqlDialect dialect) => dialect.ToString().ToLowerInvariant();

    private static ImmutableArray<CorpusCase> ReadFiles()
    {
        var cases = ImmutableArray.CreateBuilder<CorpusCase>();
        foreach (var dialect in Enum.GetValues<SqlDialect>())
        {
            var folder = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Corpus", FolderOf(dialect)));
            if (!folder.Exists)
                continue;
            foreach (var file in folder.GetFiles("*.sql").OrderBy(f => f.Name, StringComparer.Ordinal))
                cases.AddRange(CorpusParser.Parse(dialect, Path.GetFileNameWithoutExtension(file.Name), File.ReadAllText(file.FullName)));
        }

        return cases.ToImmutable();
    }
}
