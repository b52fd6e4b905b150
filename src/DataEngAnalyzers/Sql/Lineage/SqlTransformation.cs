namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>What an input does to an output: the subtypes of OpenLineage's column lineage, first the DIRECT ones from weak to strong, then the INDIRECT ones.</summary>
internal enum SqlTransformation : byte
{
    /// <summary>The value as it is.</summary>
    Identity,

    /// <summary>The value is computed from it.</summary>
    Transformation,

    /// <summary>The value is computed from it over many rows.</summary>
    Aggregation,

    /// <summary>It matches rows of two tables.</summary>
    Join,

    /// <summary>It decides whether a row counts.</summary>
    Filter,

    /// <summary>It decides which rows are summed up together.</summary>
    GroupBy,

    /// <summary>It decides the order of rows.</summary>
    Sort,

    /// <summary>It partitions or orders a window.</summary>
    Window,

    /// <summary>It decides between values: CASE, IIF, DECODE.</summary>
    Conditional,
}

internal static class SqlTransformations
{
    /// <summary>The input's data reaches the output, not only its influence.</summary>
    public static bool IsDirect(this SqlTransformation transformation) => transformation <= SqlTransformation.Aggregation;

    /// <summary>What an input is to the result when it makes <paramref name="inner"/> and that makes the result by <paramref name="outer"/>.</summary>
    public static SqlTransformation Over(this SqlTransformation outer, SqlTransformation inner) =>
        !outer.IsDirect() ? outer : inner > outer ? inner : outer;
}
