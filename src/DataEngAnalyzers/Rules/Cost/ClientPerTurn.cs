using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Cost;

/// <summary>A client is set up for one row or message and thrown away, with its connections and all that it knew.</summary>
internal sealed class ClientPerTurn : Rule
{
    public ClientPerTurn()
        : base(
            id: "DEA8007",
            severity: Severity.High,
            title: "A client is created for each row or message",
            message: "{0} is made anew for each {1} on the way to {2}: it is set up again each time, and runs slow down or fail as the data grows",
            noFix: "Who makes the one client and for how long it lives is a matter of how the program is put together")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var client in stage.ClientsOfOneTurn())
        {
            findings.Report(this, client.Creation, client.Type, client.Per, client.Target is { } target ? $"'{target.Name}'" : "its target")
                .About(client.Target)
                .As(client.IsCostly ? Severity.High : Severity.Medium)
                .Because("each turn makes another one", client.Loop?.Where)
                .BecauseOf(stage)
                .Remedy("Make one client for the whole process, in the constructor or the container, and use it for every " + client.Per);
        }
    }
}
