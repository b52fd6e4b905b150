using DataEngAnalyzers.Build.Model.Facts;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>A stage, and the run that told of it.</summary>
internal sealed record KnownStage(string Id, StageFacts Facts, RunContext Context);
