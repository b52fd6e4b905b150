using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>Columns are matched by position: a column that moves puts every later value into the wrong one, without an error.</summary>
internal sealed class PositionalColumns : Rule
{
    /// <summary>Properties for the fix: the column list, where it goes, and which kind of use it is.</summary>
    public const string Columns = "columns", ListPoint = "list-point", Kind = "kind";

    public PositionalColumns()
        : base(
            id: "DEA2010",
            severity: Severity.High,
            title: "Columns are matched by position",
            message: "{0} gets values in the wrong columns, without an error, once a column moves: {1}")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var use in stage.PositionalUses.Where(use => stage.Moves(use.Operation)))
        {
            var finding = findings.Report(this, use.Where, use.Operation.Member, use.Dataset.Quoted(), Why(use.Kind))
                .About(use.Dataset)
                .Because("columns are matched here", use.Operation.Location)
                .Remedy(use.Kind is PositionalKind.Ordinal or PositionalKind.IndexedCsv ? "Name the columns that are read" : "Name the columns that are written")
                .ForFix(Kind, use.Kind.ToString());
            if (use is { Columns.IsEmpty: false, ListPoint: { } point })
                finding.ForFix(Columns, string.Join(", ", use.Columns)).ForFix(ListPoint, point.SourceSpan.Start.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string Why(PositionalKind kind) => kind switch
    {
        PositionalKind.BulkCopy => "the bulk copy maps no columns",
        PositionalKind.Insert => "the INSERT lists no columns",
        PositionalKind.Copy => "the COPY lists no columns",
        PositionalKind.Ordinal => "a number picks the column of SELECT *",
        _ => "a number picks the field although the file has a header",
    };
}
