using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>The statements from the delete to the load, on the level where both stand, and the commands made for them before.</summary>
/// <param name="First">The first statement.</param>
/// <param name="Last">The last statement.</param>
/// <param name="All">All of them, in order.</param>
internal sealed record RefreshRegion(StatementSyntax First, StatementSyntax Last, ImmutableArray<StatementSyntax> All)
{
    /// <param name="clear">The delete.</param>
    /// <param name="load">The load, or the save that brings it about.</param>
    /// <param name="session">The name of their connection.</param>
    /// <returns>The region; <see langword="null"/> where the two share no list of statements.</returns>
    public static RefreshRegion? Around(SyntaxNode clear, SyntaxNode load, string session)
    {
        foreach (var delete in clear.AncestorsAndSelf().OfType<StatementSyntax>())
        {
            if (StatementList.Around(delete) is not { } list || load.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(list.Contains) is not { } last)
                continue;

            var used = NamesIn(list.Between(delete, last));
            var first = list.Before(delete).FirstOrDefault(earlier => Makes(earlier, used, session)) ?? delete;
            return new RefreshRegion(first, last, list.Between(first, last).ToImmutableArray());
        }

        return null;
    }

    // using var command = connection.CreateCommand();
    private static bool Makes(StatementSyntax statement, ImmutableHashSet<string> used, string session) =>
        statement is LocalDeclarationStatementSyntax { Declaration.Variables: var variables }
        && variables.Any(variable => used.Contains(variable.Identifier.ValueText) && variable.Initializer is not null && NamesIn([statement]).Contains(session));

    private static ImmutableHashSet<string> NamesIn(IEnumerable<StatementSyntax> statements) =>
        statements.SelectMany(statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText).ToImmutableHashSet();
}
