using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Latency;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Latency;

/// <summary>Puts a limit of ten minutes where there was none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnlimitedTimeoutFix))]
public sealed class UnlimitedTimeoutFix() : DataEngFix("DEA6001")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } limit]
            || tree != scene.Root.SyntaxTree
            || !diagnostic.Properties.TryGetValue(PropertyKeys.Fix + UnlimitedTimeout.UnitForFix, out var word)
            || !Enum.TryParse<TimeUnit>(word, out var unit))
            yield break;

        var value = unit switch
        {
            TimeUnit.Seconds => "600",
            TimeUnit.Milliseconds => "600_000",
            _ => "TimeSpan.FromMinutes(10)",
        };
        var usings = unit == TimeUnit.TimeSpan ? Usings.For(scene, "System", nameof(TimeSpan), limit.SourceSpan.Start) : [];
        yield return new PlannedFix("limit", "Give up after 10 minutes, so that a blocked run fails and can be repeated", usings.Append(new TextChange(limit.SourceSpan, value)).ToImmutableArray());
    }
}
