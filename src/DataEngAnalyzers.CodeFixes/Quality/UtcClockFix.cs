using System.Collections.Generic;
using System.Collections.Immutable;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Stores the time in UTC: <c>DateTime.Now</c> becomes <c>DateTime.UtcNow</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UtcClockFix))]
public sealed class UtcClockFix() : DataEngFix("DEA2023", "DEA6008")
{
    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        // PostgreSQL's driver refuses UTC where the column has no zone: there the column has to change first.
        if (diagnostic.Properties.ContainsKey(PropertyKeys.Fix + "zone"))
            yield return new PlannedFix(nameof(UtcClockFix), "Store the time in UTC instead of the machine's zone", ImmutableArray.Create(new TextChange(diagnostic.Location.SourceSpan, "UtcNow")));
    }
}
