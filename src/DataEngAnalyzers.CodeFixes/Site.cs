using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>A data operation of the document, and the stage it was seen in.</summary>
internal sealed record Site(Stage Stage, DataOperation Operation);
