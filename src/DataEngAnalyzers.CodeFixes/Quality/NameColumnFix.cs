using System.Collections.Generic;
using System.Globalization;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Quality;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Gives a column of a query the name of the member that it is meant for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameColumnFix))]
public sealed class NameColumnFix() : DataEngFix("DEA2017")
{
    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (Fact(diagnostic, ColumnsWithoutMember.MemberForFix) is not { } member
            || !int.TryParse(Fact(diagnostic, ColumnsWithoutMember.StartForFix), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(Fact(diagnostic, ColumnsWithoutMember.LengthForFix), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            yield break;

        var span = new SqlSpan(start, length);
        foreach (var site in scene.Sites)
        {
            if (site.Operation is not { Text: { } text } operation || operation.Clause(span) != diagnostic.Location || EditOf(text.Text, span, member) is not { } edit)
                continue;
            if (LiteralEdits.Of(text, [edit], scene) is { } changes)
                yield return new PlannedFix(nameof(NameColumnFix), $"Read the column into {member}", changes);
            yield break;
        }
    }

    private static string? Fact(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(PropertyKeys.Fix + key, out var value) ? value : null;

    // price AS amt → price AS Amount; amt → amt AS Amount. An alias without AS is left to the author.
    private static SqlEdit? EditOf(SqlText text, SqlSpan column, string member)
    {
        var before = text.Text.Substring(0, column.Start).TrimEnd();
        if (before.EndsWith(" AS", System.StringComparison.OrdinalIgnoreCase))
            return new SqlEdit(column, member);

        var isFirst = before.Length > 0 && before[before.Length - 1] is ',' or '.' || before.EndsWith("SELECT", System.StringComparison.OrdinalIgnoreCase);
        return isFirst ? new SqlEdit(new SqlSpan(column.End, 0), " AS " + member) : null;
    }
}
