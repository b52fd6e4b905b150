using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Writes the files of one tool.</summary>
internal interface IToolWriter
{
    /// <summary>The files, and what could not be said in them.</summary>
    /// <param name="code">What the code does and declares.</param>
    /// <param name="project">Folder of the tool's project, or where one would be; it may not exist.</param>
    public Emission Write(CodeFacts code, string project);
}

/// <summary>What there is to write.</summary>
/// <param name="Notes">What is left out, and why.</param>
internal sealed record Emission(IReadOnlyList<EmittedFile> Files, IReadOnlyList<string> Notes)
{
    public static readonly Emission Nothing = new([], []);
}
