using DataEngAnalyzers.Build.Report;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>Writes the assessment of all logs in a folder now: for logs that other machines have built.</summary>
public sealed class WriteAssessment : AssessmentTask
{
    /// <inheritdoc/>
    public override bool Execute()
    {
        using (FolderLock.Take(Settings.Folder))
        {
            var assessment = new AssessmentWriter(Settings, Warn).Write();
            Log.LogMessage(Microsoft.Build.Framework.MessageImportance.High, $"{Wording.VerdictWord(assessment.Verdict)}: {Wording.Count(assessment.Findings.Count, "finding")}, {Wording.Count(assessment.Datasets.Count, "dataset")} -> {Settings.Folder}");
        }

        return !Log.HasLoggedErrors;
    }
}
