using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Writes the files of one tool.</summary>
internal interface IToolWriter
{
    /// <summary>The files, and what could not be said in them.</summary>
    /// <param name="code">What the code does and declares.</param>
    /// <param name="folder">Where they go.</param>
    public Emission Write(CodeFacts code, ToolFolder folder);
}

/// <summary>What there is to write.</summary>
/// <param name="Notes">What is left out, and why.</param>
internal sealed record Emission(IReadOnlyList<EmittedFile> Files, IReadOnlyList<string> Notes)
{
    public static readonly Emission Nothing = new([], []);
}

/// <summary>Where a tool's files go.</summary>
/// <param name="Path">It may not exist.</param>
/// <param name="IsProject">Whether the tool has a project there; else somebody is going to take the files into one.</param>
internal sealed record ToolFolder(string Path, bool IsProject);
