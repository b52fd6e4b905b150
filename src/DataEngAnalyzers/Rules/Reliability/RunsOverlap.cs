using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Reliability;

/// <summary>The scheduler starts a run while the last one is still under way: both load the same window.</summary>
internal sealed class RunsOverlap : Rule
{
    public RunsOverlap()
        : base(
            id: "DEA1027",
            severity: Severity.High,
            title: "A scheduled load can overlap itself",
            message: "{0} is loaded by two runs of {1} at once when one takes longer than its interval: nothing keeps them apart")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (stage.JobThatOverlaps() is not { Write: var write } job)
            return;

        findings.Report(this, job.Where, job.Job, write.Dataset.Quoted(), job.Job.ContainingType.Name)
            .About(write.Dataset)
            .Because("both runs write here", write.Location)
            .ForFix("start", job.Start.Id)
            .Remedy("Forbid concurrent runs of the job, or take a lock that all its instances share");
    }
}
