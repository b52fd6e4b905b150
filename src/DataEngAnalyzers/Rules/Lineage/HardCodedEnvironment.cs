using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Lineage;

/// <summary>A path, server or database of one environment stands in the code: a run elsewhere fails, or works on the wrong data.</summary>
internal sealed class HardCodedEnvironment : Rule
{
    public HardCodedEnvironment()
        : base(
            id: "DEA4004",
            severity: Severity.High,
            title: "A place of one environment stands in the code",
            message: "'{0}' stands in the code: a run of {1} in another environment finds no data there, or works on that of this one",
            noFix: "What the setting is called, and where it comes from, is the author's to choose")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var place in stage.PlacesInCode())
        {
            findings.Report(this, place.Operation, Shortened(place.Name), stage.Name)
                .Remedy(place.Kind switch
                {
                    PlaceKind.Path => "Take the folder from the settings of the environment",
                    PlaceKind.Server => "Take the connection string from the settings of the environment",
                    _ => "Name the table without server and database, and let the connection say where it is",
                });
        }
    }

    private static string Shortened(string place) => place.Length <= 48 ? place : place.Substring(0, 47) + "…";
}
