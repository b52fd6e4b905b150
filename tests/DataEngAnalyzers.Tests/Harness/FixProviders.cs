using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>Finds the fixes as a host does, by their export; a provider that forgot it is not found.</summary>
internal static class FixProviders
{
    public static readonly IReadOnlyList<Type> Exported = Assembly.Load("DataEngAnalyzers.CodeFixes").GetTypes()
        .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is { Languages: var languages } && languages.Contains(LanguageNames.CSharp))
        .ToList();

    public static IEnumerable<CodeFixProvider> For(string id) => Exported
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .Where(provider => provider.FixableDiagnosticIds.Contains(id));
}
