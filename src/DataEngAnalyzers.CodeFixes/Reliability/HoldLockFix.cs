using System.Collections.Generic;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Lets a MERGE lock the range of the keys it looks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HoldLockFix))]
public sealed class HoldLockFix() : DataEngFix("DEA1013")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.Sites)
        {
            if (site.Operation is not { Statement: { Kind: SqlStatementKind.Merge, Target: { } target, Hints.IsEmpty: true } statement, Text: { } text }
                || site.Operation.Clause(statement.Head) != diagnostic.Location
                || LiteralEdits.Of(text, [new SqlEdit(new SqlSpan(target.Span.End, 0), " WITH (HOLDLOCK)")], scene) is not { } changes)
                continue;

            yield return new PlannedFix(nameof(HoldLockFix), "Lock the keys until the MERGE is done: WITH (HOLDLOCK)", changes);
            yield break;
        }
    }
}
