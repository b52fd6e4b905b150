using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Python;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>Reads a revision: what it is, what it follows and what its upgrade does.</summary>
internal static class RevisionReader
{
    /// <summary>The revision; <see langword="null"/> of a file that is none.</summary>
    /// <exception cref="ManifestException">The text ends within brackets.</exception>
    public static Revision? Read(string path, string text)
    {
        var module = PythonStatement.Read(PythonTokens.Read(text));
        var literals = new Literals(module);
        if (literals.Constant("revision") is not { Text: { Length: > 0 } id } place || literals.Constant("down_revision") is not { } parents)
            return null;
        var steps = new UpgradeReader(module, literals).Read("upgrade");
        return new Revision(path, id, place.Spot)
        {
            Parents = References(parents),
            Dependencies = literals.Texts(literals.Constant("depends_on")) ?? [],
            Labels = literals.Texts(literals.Constant("branch_labels")) ?? [],
            Steps = steps,
            EmptyDowngrade = steps.Count > 0 ? EmptyDowngrade(module, place.Spot) : null,
        };
    }

    private static IReadOnlyList<RevisionReference>? References(PythonExpression parents) => parents switch
    {
        { IsNone: true } => [],
        { Text: { } id } => [new RevisionReference(id, parents.Spot)],
        PythonList list when list.Items.All(item => item.Text is not null) => [.. list.Items.Select(item => new RevisionReference(item.Text!, item.Spot))],
        _ => null,
    };

    // One that refuses to run says so on purpose.
    private static Spot? EmptyDowngrade(IReadOnlyList<PythonStatement> module, Spot revision)
    {
        var downgrades = module.Where(statement => statement.Keyword == "def" && statement.Tokens.Any(token => token.Value.StartsWith("downgrade", StringComparison.Ordinal))).ToList();
        if (downgrades.Count == 0)
            return revision;
        return downgrades.All(downgrade => downgrade.Body.All(IsNothing)) ? downgrades[0].Spot : null;
    }

    private static bool IsNothing(PythonStatement statement) =>
        statement.Keyword == "pass" || statement.Tokens.All(token => token.Kind == PythonTokenKind.Text || token.Is("."));
}
