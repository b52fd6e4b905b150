using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Latency;

/// <summary>All rows of a file are held in memory before the first one lands.</summary>
internal sealed class WholeDatasetHeld : Rule
{
    /// <summary>What to call instead, for the fix.</summary>
    public const string StreamsForFix = "streams";

    public WholeDatasetHeld()
        : base(
            id: "DEA6005",
            severity: Severity.Medium,
            title: "A whole data file is held in memory to be gone through once",
            message: "{1} holds all rows of {0} before the first one lands: memory grows with the file, until a run of a larger one fails")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var buffer in stage.WholeDatasetsHeld())
        {
            var finding = findings.Report(this, buffer.Where, buffer.Read.Member, buffer.Source is { } source ? $"'{source}'" : "its source", stage.Name)
                .About(buffer.Source)
                .Because("all rows are read here", buffer.Read.Location)
                .Remedy("Go through the rows as they are read, or take them in chunks");
            if (buffer.Streams is { } streams)
                finding.ForFix(StreamsForFix, streams);
        }
    }
}
