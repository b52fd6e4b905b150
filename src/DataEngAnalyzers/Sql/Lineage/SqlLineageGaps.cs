using System;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>Why an answer about lineage is not the whole one.</summary>
[Flags]
internal enum SqlLineageGaps
{
    None = 0,

    /// <summary>A hole of the host program.</summary>
    Hole = 1 << 0,

    /// <summary>A star over a table whose columns are not known.</summary>
    Star = 1 << 1,

    /// <summary>A column without a qualifier that several tables could have.</summary>
    Ambiguous = 1 << 2,

    /// <summary>A qualifier or a column that nothing in scope has.</summary>
    NotFound = 1 << 3,

    /// <summary>The names of the target's columns are not known.</summary>
    TargetColumns = 1 << 4,

    /// <summary>Lists that should match have different lengths.</summary>
    ColumnCount = 1 << 5,

    /// <summary>A function or procedure whose own reads are not known.</summary>
    Routine = 1 << 6,

    /// <summary>Syntax that is not followed: PIVOT, MATCH_RECOGNIZE, multi-table INSERT.</summary>
    Unsupported = 1 << 7,

    /// <summary>More nesting or more inputs than are followed.</summary>
    TooLarge = 1 << 8,
}
