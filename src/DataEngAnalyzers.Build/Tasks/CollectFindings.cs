using System;
using System.IO;
using DataEngAnalyzers.Build.Sarif;
using Microsoft.Build.Framework;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>
/// Takes a project's log into the folder of the assessment, which is written when the build is over. It runs before the
/// compiler, to say that a log will come, and after it.
/// </summary>
public sealed class CollectFindings : AssessmentTask
{
    /// <summary>Gets or sets the value of the compiler's <c>ErrorLog</c>: a path, and a version behind a comma or semicolon.</summary>
    [Required]
    public string ErrorLog { get; set; } = string.Empty;

    /// <summary>Gets or sets a value indicating whether the compiler has run.</summary>
    public bool IsCompiled { get; set; }

    /// <summary>Gets or sets the project's full path.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>Gets or sets the assembly's name.</summary>
    [Required]
    public string Project { get; set; } = string.Empty;

    /// <summary>Gets or sets what the project is compiled to, for instance <c>Exe</c>.</summary>
    public string? OutputType { get; set; }

    /// <summary>Gets or sets the target framework.</summary>
    public string? Framework { get; set; }

    /// <summary>Gets or sets the gate.</summary>
    public string? FailOn { get; set; }

    /// <summary>Gets or sets the owner of the project's jobs.</summary>
    public string? Owner { get; set; }

    /// <summary>Gets or sets the address of the repository.</summary>
    public string? Repository { get; set; }

    /// <summary>Gets or sets the commit.</summary>
    public string? Revision { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var request = Request();
        var end = AtEnd();
        if (!IsCompiled)
        {
            end.Expect(request);
            return true;
        }

        end.Collected(request.Output);
        try
        {
            request.Run();
        }
        catch (SarifException error)
        {
            Warn(request.Log, error.Message);
        }

        return true;
    }

    private CollectRequest Request()
    {
        var end = ErrorLog.IndexOfAny([',', ';']);
        var log = Path.Combine(Path.GetDirectoryName(ProjectFile)!, end < 0 ? ErrorLog : ErrorLog.Substring(0, end));
        var root = Path.GetFullPath(Root is { Length: > 0 } ? Root : Path.GetDirectoryName(ProjectFile)!);
        var context = new RunContext
        {
            Project = Project,
            Program = string.Equals(OutputType, "Exe", StringComparison.OrdinalIgnoreCase) ? new SourceRoot(root).Relative(ProjectFile.Replace('\\', '/')) : null,
            Framework = Known(Framework),
            FailOn = Known(FailOn),
            Owner = Known(Owner),
            Repository = Known(Repository),
            Revision = Known(Revision),
        };
        return new CollectRequest(Path.GetFullPath(log), Path.Combine(Settings.Logs, LogName.Of(root, ProjectFile, Framework)), root, context);
    }

    private EndOfBuild AtEnd()
    {
        var engine = (IBuildEngine4)BuildEngine;
        var key = typeof(EndOfBuild).FullName + "|" + Settings.Folder;
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is EndOfBuild known)
            return known;
        var end = new EndOfBuild(Settings);
        engine.RegisterTaskObject(key, end, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return end;
    }

    private static string? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
