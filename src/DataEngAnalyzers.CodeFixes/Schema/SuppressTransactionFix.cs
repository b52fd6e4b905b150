using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Schema;

/// <summary>Runs a statement of a migration outside of the migration's transaction.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuppressTransactionFix))]
public sealed class SuppressTransactionFix() : DataEngFix("DEA3031")
{
    private const string Parameter = "suppressTransaction";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        // The finding stands in the literal; a text of several statements would take them all out of the transaction.
        if (scene.NodeAt(diagnostic).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || scene.Model.GetSymbolInfo(call, scene.Cancellation).Symbol is not IMethodSymbol method
            || method.Parameters.All(parameter => parameter.Name != Parameter)
            || scene.Sites.Count(site => site.Operation.Call.Operation.Syntax == call) != 1)
            yield break;

        var given = call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == Parameter)
            ?? (call.ArgumentList.Arguments is [_, { NameColon: null } second] ? second : null);
        var change = given is not null
            ? new TextChange(given.Expression.Span, "true")
            : new TextChange(new TextSpan(call.ArgumentList.CloseParenToken.SpanStart, 0), $", {Parameter}: true");
        yield return new PlannedFix(nameof(SuppressTransactionFix), "Run this statement outside of the migration's transaction", ImmutableArray.Create(change));
    }
}
