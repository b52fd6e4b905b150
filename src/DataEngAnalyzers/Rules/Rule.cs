using System;
using System.Linq;
using System.Reflection;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Rules;

/// <summary>
/// One question to a stage. A rule has no state, looks at no syntax and knows no API: what it needs is a fact of the model.
/// </summary>
internal abstract class Rule
{
    private static readonly string RepositoryUrl = typeof(Rule).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == nameof(RepositoryUrl)).Value;

    /// <param name="id">"DEA" and four digits; the first is the area.</param>
    /// <param name="severity">How much a finding hurts; decides the default level.</param>
    /// <param name="title">What is wrong, in a sentence without a period.</param>
    /// <param name="message">What happens to which dataset, why, on the next run; {n} are the arguments of a report.</param>
    /// <param name="noFix">Why no fix is offered, where none is safe; <see langword="null"/> when there is one.</param>
    protected Rule(string id, Severity severity, string title, string message, string? noFix = null)
    {
        Id = id;
        Severity = severity;
        NoFix = noFix;
        Area = (Area)(id[3] - '0');
        Descriptor = new DiagnosticDescriptor(
            id,
            title,
            message,
            category: "DataEng." + Area,
            defaultSeverity: severity >= Severity.High ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            isEnabledByDefault: severity > Severity.Low,
            helpLinkUri: HelpLink(Area, id));
    }

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(Area area, string id) => $"{RepositoryUrl}/blob/main/src/DataEngAnalyzers/Rules/{area}/{id}.md";

    public string Id { get; }

    public Severity Severity { get; }

    public Area Area { get; }

    /// <summary>The written reason why the rule has no fix; <see langword="null"/> when it has one.</summary>
    public string? NoFix { get; }

    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>Asks the question and reports every place where the answer is bad.</summary>
    public abstract void Check(Stage stage, Findings findings);

    /// <summary>
    /// Asks what the files of other tools say by themselves, whatever the code does, and reports in those files. Most rules ask nothing:
    /// where the code disagrees with a file, the finding stands in the code.
    /// </summary>
    public virtual void CheckFiles(PipelineContext context, Findings findings)
    {
    }
}
