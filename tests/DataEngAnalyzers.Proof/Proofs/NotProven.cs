using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Proof.Proofs;

/// <summary>Fixes that nothing here can measure, by rule, each with the reason.</summary>
internal static class NotProven
{
    private const string BetweenMachines = "what it mends shows between two machines in different time zones";

    /// <summary>The columns of the table.</summary>
    public const string Head = "| rule | why |\n|---|---|\n";

    public static readonly SortedDictionary<string, string> All = new()
    {
        ["DEA1009"] = "SqlBulkCopy speaks to SQL Server alone",
        ["DEA1013"] = "the lock that it takes shows between two runs at a time on SQL Server",
        ["DEA2023"] = BetweenMachines,
        ["DEA6008"] = BetweenMachines,
    };

    public static string Table => Head + string.Concat(All.Select(fix => $"| {fix.Key} | {fix.Value} |\n"));
}
