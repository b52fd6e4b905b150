using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>One fix that can be taken.</summary>
/// <param name="Key">The equivalence key: the same for all findings that Fix All mends in one go.</param>
/// <param name="Title">Imperative; says what happens to the data where the fix changes that.</param>
/// <param name="Changes">Changes to the document of the finding.</param>
public sealed record PlannedFix(string Key, string Title, ImmutableArray<TextChange> Changes);
