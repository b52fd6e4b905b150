using DataEngAnalyzers.Build.Report;
using Microsoft.Build.Framework;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>Writes the assessment of all logs in a folder now: for logs that other machines have built.</summary>
public sealed class WriteAssessment : AssessmentTask
{
    /// <inheritdoc/>
    public override bool Execute()
    {
        using (FolderLock.Take(Settings.Folder))
        {
            var writer = new AssessmentWriter(Settings, Warn);
            var assessment = writer.Write();
            writer.Emit(Say, Warn);
            Log.LogMessage(MessageImportance.High, $"{Wording.VerdictWord(assessment.Verdict)}: {Wording.Count(assessment.Findings.Count, "finding")}, {Wording.Count(assessment.Datasets.Count, "dataset")} -> {Settings.Folder}");
        }

        return !Log.HasLoggedErrors;
    }

    private void Say(string message) => Log.LogMessage(MessageImportance.High, message);

    private void Warn(string message) => Log.LogWarning(null, LeftOutFile.Code, null, null, null, 0, 0, 0, 0, message);
}
