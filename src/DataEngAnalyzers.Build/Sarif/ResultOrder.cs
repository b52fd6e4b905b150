using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>By place, then rule, then message: the order compilers do not keep from build to build.</summary>
internal sealed class ResultOrder : IComparer<SarifResult>
{
    public static readonly ResultOrder Instance = new();

    public int Compare(SarifResult? x, SarifResult? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var order = Compare(x.Place, y.Place);
        if (order == 0)
            order = string.CompareOrdinal(x.Rule, y.Rule);
        if (order == 0)
            order = string.CompareOrdinal(x.Message, y.Message);
        if (order == 0)
            order = string.CompareOrdinal(x[PropertyKeys.Facts], y[PropertyKeys.Facts]);
        return order;
    }

    private static int Compare(SarifPlace? x, SarifPlace? y)
    {
        var order = string.CompareOrdinal(x?.File, y?.File);
        if (order == 0)
            order = Nullable.Compare(x?.Line, y?.Line);
        return order != 0 ? order : Nullable.Compare(x?.Column, y?.Column);
    }
}
