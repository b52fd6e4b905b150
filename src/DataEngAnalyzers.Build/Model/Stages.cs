using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model.Facts;

namespace DataEngAnalyzers.Build.Model;

/// <summary>Stages as the reports show them.</summary>
internal static class Stages
{
    public static Stage Of(KnownStage known, IReadOnlyList<Finding> findings)
    {
        var (id, facts, context) = known;
        return new Stage(
            id,
            facts.Name,
            facts.Project,
            facts.Symbol,
            facts.Host,
            facts.Runner,
            facts.Why,
            context.Owner,
            Places.Of(facts.Place, context),
            facts.Inputs
                .OrderBy(input => input.Dataset.Id, StringComparer.Ordinal)
                .Select(input => new StageInput(input.Dataset.Id, input.Validated, Places.Of(input.At, context)))
                .ToList(),
            facts.Outputs
                .OrderBy(output => output.Dataset.Id, StringComparer.Ordinal).ThenBy(output => output.Mode, StringComparer.Ordinal)
                .Select(output => new StageOutput(output.Dataset.Id, output.Mode, output.Transaction, output.Retry, output.Validated, output.Key, Places.Of(output.At, context)))
                .ToList(),
            facts.Window?.Kind,
            Readiness.Of(facts, context, findings),
            findings.Select(finding => finding.Id).ToList(),
            facts.Gaps);
    }
}
