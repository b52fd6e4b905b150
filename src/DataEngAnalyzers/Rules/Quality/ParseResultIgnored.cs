using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>A value that cannot be read is stored as 0 or as the first of January of year 1: the answer of TryParse is dropped.</summary>
internal sealed class ParseResultIgnored : Rule
{
    public ParseResultIgnored()
        : base(
            id: "DEA2005",
            severity: Severity.High,
            title: "Values that cannot be read are stored as a default",
            message: "'{0}' gets a made-up value (0, the year 1) for text that cannot be read: nobody asks {1} whether it worked")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (stage.Scope.IsOrdinary)
            return;

        foreach (var ignored in stage.ParsesIgnored())
        {
            findings.Report(this, ignored.Parse.Location, ignored.Parse.Member, ignored.Dataset?.Name ?? "The row", Conversions.NameOf(ignored.Parse.Call))
                .About(ignored.Dataset)
                .Because("the text comes from here", ignored.Source?.NameLocation)
                .Because("its answer is dropped here", ignored.Parse.Location)
                .Because("the value lands here", ignored.Write?.Location)
                .Remedy("Reject the row, or store no value, when the text cannot be read");
        }
    }
}
