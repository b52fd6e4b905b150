using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Waits behind the last message until the broker has all of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlushFix))]
public sealed class FlushFix() : DataEngFix("DEA1006")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            if (Deliveries.MakerOf(site.Operation, site.Stage.Context.Values)?.Syntax is not { } creation
                || creation.SyntaxTree != scene.Root.SyntaxTree
                || HeldHandle.MadeAt(creation, scene) is not { } producer
                || Finish.Behind(producer.Uses, producer.IsUsedBy, scene) is not { } finish)
                continue;

            var token = Surrounding.Token(scene, finish.Statement.SpanStart);
            var limit = token ?? scene.NameAt("System.TimeSpan", finish.Statement.SpanStart) + ".FromSeconds(30)";
            yield return new PlannedFix(
                nameof(FlushFix),
                "Wait until the broker has every message",
                producer.Naming.AddRange(finish.Insert($"{producer.Name}.{site.Operation.Api["flush"]}({limit});", scene)));
            yield break;
        }
    }
}
