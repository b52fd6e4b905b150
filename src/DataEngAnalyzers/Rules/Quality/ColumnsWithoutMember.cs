using System.Globalization;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>A column is read under a name that no member has: its value is dropped, and the member meant for it stays empty in every row.</summary>
internal sealed class ColumnsWithoutMember : Rule
{
    /// <summary>Hands the fix the member that was meant, and where in the SQL text the column is named: start and length.</summary>
    internal const string MemberForFix = "member", StartForFix = "start", LengthForFix = "length";

    public ColumnsWithoutMember()
        : base(
            id: "DEA2017",
            severity: Severity.High,
            title: "A column of the query has no member of its name in the row type",
            message: "Column '{0}' of '{1}' is dropped, and {2} keeps its default in every row: no member is called so")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var drift in stage.ColumnsThatNoMemberTakes())
        {
            findings.Report(this, drift.Read.Clause(drift.Span), drift.Read.Member, drift.Column, drift.Read.Dataset?.Name ?? "the query", $"{drift.Row.Name}.{drift.Member}")
                .About(drift.Read.Dataset)
                .Because("the row type has no such member", drift.Row.Locations[0])
                .Because("rows are read here", drift.Read.Location)
                .ForFix(MemberForFix, drift.Member)
                .ForFix(StartForFix, drift.Span.Start.ToString(CultureInfo.InvariantCulture))
                .ForFix(LengthForFix, drift.Span.Length.ToString(CultureInfo.InvariantCulture))
                .Remedy($"Name the column {drift.Member} in the query, or the member {drift.Column}");
        }
    }
}
