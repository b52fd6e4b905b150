using System.Collections.Generic;
using DataEngAnalyzers.Sql.Tests.Corpus;

namespace DataEngAnalyzers.Sql.Tests.Judges;

/// <summary>A parser or database that says what a statement does, without asking our reader.</summary>
internal interface IJudge
{
    /// <summary>As the corpus names it where it disagrees: <c>-- ! name: reason</c>.</summary>
    public string Name { get; }

    public SqlDialect Dialect { get; }

    /// <summary>What the judge says of a case; <see langword="null"/> when it does not accept the SQL.</summary>
    public Verdict? Of(CorpusCase sample);
}

/// <summary>What a judge says of the statements of a case, in order. A statement counts where the reader has one: conditions and blocks do not, a routine's body does, behind its CREATE.</summary>
internal sealed record Verdict(IReadOnlyList<StatementVerdict> Statements);

/// <summary>What a judge says of one statement; <see langword="null"/> where it says nothing.</summary>
internal sealed record StatementVerdict
{
    public SqlStatementKind? Kind { get; init; }

    /// <summary>Where the statement begins in the case's text; tells where reader and judge part when they count differently.</summary>
    public int? Start { get; init; }

    public SqlWriteMode? Mode { get; init; }

    /// <summary>Tables written, changed or created, as qualified as the judge knows them.</summary>
    public IReadOnlyCollection<string>? Written { get; init; }

    /// <summary>Tables read, without common table expressions; repetition and order do not matter.</summary>
    public IReadOnlyCollection<string>? Read { get; init; }

    /// <summary>The column list of INSERT, COPY or the INSERT branch of MERGE, in order.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The columns that UPDATE, MERGE or a conflict clause assigns; order does not matter.</summary>
    public IReadOnlyCollection<string>? Assigned { get; init; }

    /// <summary>UPDATE or DELETE chooses rows by a WHERE of its own.</summary>
    public bool? HasWhere { get; init; }

    public bool? HasOrderBy { get; init; }

    public bool? HasLimit { get; init; }

    /// <summary>Names of the parameters, without sigil; repetition and order do not matter.</summary>
    public IReadOnlyCollection<string>? Parameters { get; init; }

    /// <summary>Comparisons of a column with a parameter, as in <c>day &gt;= from</c>. The reader may know more.</summary>
    public IReadOnlyCollection<string>? Comparisons { get; init; }

    /// <summary>The columns that CREATE TABLE declares, in order.</summary>
    public IReadOnlyList<string>? Declared { get; init; }

    /// <summary>The primary key that CREATE TABLE declares, in order.</summary>
    public IReadOnlyList<string>? PrimaryKey { get; init; }
}
