using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Tests.Corpus;

/// <summary>SQL of the corpus with what its author says it does.</summary>
/// <param name="Dialect">The dialect it is written in.</param>
/// <param name="Topic">Its file.</param>
/// <param name="Name">Unique in the file.</param>
/// <param name="Sql">One or more statements; <c>¤</c> stands for a hole.</param>
internal sealed record CorpusCase(SqlDialect Dialect, string Topic, string Name, string Sql)
{
    /// <summary>One line a statement, in the short form.</summary>
    public required ImmutableArray<string> Expected { get; init; }

    /// <summary>Lines that the long form must hold too.</summary>
    public required ImmutableArray<string> Facts { get; init; }

    /// <summary>Known disagreements: the judge's name and the reason.</summary>
    public required ImmutableDictionary<string, string> Disagreements { get; init; }

    /// <summary>Statements that make the tables the case needs: those of the file, then its own.</summary>
    public required string Setup { get; init; }

    public string Id => $"{CorpusFiles.FolderOf(Dialect)}/{Topic}/{Name}";

    public bool HasHole => Sql.Contains(SqlReading.Hole, System.StringComparison.Ordinal);

    public SqlScript Read() => SqlReading.Script(Sql, Dialect);

    public override string ToString() => Id;
}
