using System.Collections.Generic;
using System.Collections.Immutable;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>One level of a query: what is nested in it stays a range of tokens until somebody needs it.</summary>
internal sealed class Query
{
    public List<CommonTable> CommonTables { get; } = new();

    public bool IsRecursive { get; set; }

    /// <summary>More than one where set operators combine them.</summary>
    public List<QueryBranch> Branches { get; } = new();

    /// <summary>The order behind set operators or a query in parentheses.</summary>
    public TokenRange OrderBy { get; set; }

    public SqlLineageGaps Gaps { get; set; }
}

/// <summary><c>name (columns) AS (body)</c>.</summary>
internal sealed record CommonTable(string Name, ImmutableArray<string> Columns, TokenRange Body)
{
    /// <summary>Columns that SEARCH and CYCLE add behind those of the body.</summary>
    public ImmutableArray<string> Added { get; init; } = ImmutableArray<string>.Empty;
}

internal enum SetOperator
{
    /// <summary>The first branch.</summary>
    None,
    Union,

    /// <summary>DuckDB matches the columns by their names.</summary>
    UnionByName,

    /// <summary>INTERSECT and EXCEPT: the branch decides which rows stay.</summary>
    Restrict,
}

/// <summary>A SELECT, the rows of VALUES, or a query in parentheses.</summary>
internal sealed class QueryBranch
{
    public SetOperator Operator { get; init; }

    public Select? Select { get; init; }

    /// <summary>The rows of VALUES, without their parentheses.</summary>
    public List<TokenRange>? Rows { get; init; }

    public TokenRange Nested { get; init; }

    /// <summary><c>TABLE t</c>.</summary>
    public SqlName? Table { get; init; }
}

/// <summary>The clauses of a SELECT.</summary>
internal sealed class Select
{
    public List<SelectItem> Items { get; } = new();

    public List<QuerySource> Sources { get; } = new();

    public TokenRange DistinctOn { get; set; }

    public List<TokenRange> Filters { get; } = new();

    public TokenRange GroupBy { get; set; }

    public TokenRange OrderBy { get; set; }

    /// <summary>WINDOW name AS (definition).</summary>
    public Dictionary<string, TokenRange>? Windows { get; set; }

    public SqlLineageGaps Gaps { get; set; }
}

/// <summary>An item of a select list.</summary>
internal sealed class SelectItem
{
    /// <summary>Without the alias.</summary>
    public TokenRange Expression { get; init; }

    public string? Alias { get; init; }

    public SqlSpan Span { get; init; }

    public StarItem? Star { get; init; }
}

/// <summary><c>*</c> or <c>t.*</c>, with what the dialects let it leave out, replace and rename.</summary>
internal sealed class StarItem
{
    /// <summary>What stands before the star's dot.</summary>
    public SqlName? Qualifier { get; init; }

    public HashSet<string>? Except { get; set; }

    /// <summary>Expressions that take the place of columns.</summary>
    public Dictionary<string, TokenRange>? Replacements { get; set; }

    public Dictionary<string, string>? NewNames { get; set; }

    public SqlLineageGaps Gaps { get; set; }
}

internal enum JoinKind
{
    /// <summary>The first source or one behind a comma.</summary>
    None,
    Inner,
    Left,
    Right,
    Full,
}

/// <summary>What FROM or JOIN names.</summary>
internal sealed class QuerySource
{
    /// <summary>A table or a file, or the name of a function.</summary>
    public SqlName? Name { get; init; }

    /// <summary>A query in parentheses.</summary>
    public TokenRange Derived { get; init; }

    /// <summary>Joined sources in parentheses.</summary>
    public TokenRange Group { get; init; }

    /// <summary>The arguments of a table function.</summary>
    public TokenRange? Arguments { get; init; }

    public bool IsLateral { get; init; }

    public JoinKind Join { get; init; }

    public bool IsNatural { get; init; }

    public string? Alias { get; set; }

    /// <summary>Names the source gives its columns: <c>AS x (a, b)</c>, <c>WITH (a int, b int)</c>.</summary>
    public ImmutableArray<string> Columns { get; set; } = ImmutableArray<string>.Empty;

    /// <summary>A column that counts the rows of a table function.</summary>
    public string? Ordinal { get; set; }

    /// <summary>Conditions that stand behind the source; nested joins put several there.</summary>
    public List<TokenRange> On { get; } = new();

    public ImmutableArray<string> Using { get; set; } = ImmutableArray<string>.Empty;

    public SqlLineageGaps Gaps { get; set; }
}
