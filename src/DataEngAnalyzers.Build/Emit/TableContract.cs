using System.Collections.Generic;
using DataEngAnalyzers.Build.Model.Facts;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>What the code promises of a table that it writes.</summary>
/// <param name="Key">Columns that no two rows share; empty when nothing says.</param>
/// <param name="IsWhole">The table has these columns and no others.</param>
/// <param name="IsMigrated">C# migrations or DDL of the code create it.</param>
/// <param name="LoadedAt">The column in which every load notes the time in UTC.</param>
/// <param name="IsScheduled">A schedule or a queue loads it.</param>
/// <param name="Writers">Names of the stages that write it.</param>
internal sealed record TableContract(
    DatasetName Dataset,
    TableId Id,
    IReadOnlyList<ContractColumn> Columns,
    IReadOnlyList<string> Key,
    bool IsKeyPrimary,
    bool IsWhole,
    bool IsMigrated,
    string? LoadedAt,
    bool IsScheduled,
    IReadOnlyList<string> Writers);

/// <summary>A column of such a table.</summary>
/// <param name="Type">As it is declared; <see langword="null"/> when nothing says, or declarations differ.</param>
/// <param name="Nullable"><see langword="null"/> when nothing says.</param>
internal sealed record ContractColumn(string Name, string? Type, bool? Nullable, ColumnLimits Limits);
