using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Lineage;

/// <summary>The code writes a table into a schema that dbt reads from, and dbt does not know it: lineage, tests and freshness end before it.</summary>
internal sealed class NoDbtSource : Rule
{
    /// <summary>Hands the fix the table's name, and its columns with their types.</summary>
    internal const string TableForFix = "table", ColumnsForFix = "columns";

    public NoDbtSource()
        : base(
            id: "DEA4003",
            severity: Severity.High,
            title: "A table that the code writes is missing among dbt's sources",
            message: "{0} is no source of dbt{1}: its lineage ends here, and no test or freshness check sees the next load that fails")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var found in stage.TablesThatDbtDoesNotKnow())
        {
            findings.Report(this, found.Write.Write, found.Write.Write.StatementPlace, found.Write.Table.Quoted(), found.Meant is { } meant ? $", which knows '{meant.FullName}'" : string.Empty)
                .WrittenBy(found.Write.Write)
                .Because("dbt declares the sources of this schema here", (found.Meant ?? found.Neighbour).Place)
                .Remedy("Declare the table in the sources of dbt, with its columns, tests and freshness")
                .ForFix([found.Neighbour.Place])
                .ForFix(TableForFix, found.Write.Table.LastPart)
                .ForFixAll(ColumnsForFix, found.Write.Columns.Select(Entry));
        }
    }

    // A type that the database is known by; what C# calls a type, dbt does not know.
    private static string Entry(WrittenColumn column) => column.StoredType is { } type ? $"{column.Name}\t{type}" : column.Name;
}
