using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Model.Facts;
using DataEngAnalyzers.Build.Sarif;

namespace DataEngAnalyzers.Build.Model;

/// <summary>Stages of all runs. A project built for several frameworks tells of the same stage more than once.</summary>
internal sealed class StageUnion
{
    private readonly Dictionary<string, (KnownStage Stage, string Text)> _stages = new(StringComparer.Ordinal);

    /// <param name="text">The facts as they were written; decides which of two stays, whatever their order.</param>
    public void Add(StageFacts facts, RunContext context, string text)
    {
        var id = facts.Project + "/" + facts.Symbol;
        text += context.Framework;
        if (!_stages.TryGetValue(id, out var known) || string.CompareOrdinal(text, known.Text) > 0)
            _stages[id] = (new KnownStage(id, facts, context), text);
    }

    public IReadOnlyList<KnownStage> ToSorted() =>
        _stages.Values.Select(entry => entry.Stage).OrderBy(stage => stage.Id, StringComparer.Ordinal).ToList();
}
