using System.Collections.Generic;
using System.Collections.Immutable;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Completes an import behind its last row, or commits a transaction behind its last statement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FinishHandleFix))]
public sealed class FinishHandleFix : DataEngFix
{
    private const string Import = "DEA1007";

    /// <summary>Mends DEA1007 and DEA1015.</summary>
    public FinishHandleFix()
        : base(Import, "DEA1015")
    {
    }

    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Fix + "finish", out var method) || method is null or ""
            || HeldHandle.MadeAt(scene.NodeAt(diagnostic), scene) is not { } handle)
            yield break;

        var isImport = diagnostic.Id == Import;
        if (Finish.Behind(handle.Uses, use => !isImport || handle.IsUsedBy(use), scene) is not { } finish)
            yield break;

        var call = Surrounding.Call(handle.Name, handle.Type, method, finish.Statement, scene) + ";";
        yield return new PlannedFix(
            nameof(FinishHandleFix) + diagnostic.Id,
            isImport ? "Complete the import, so that its rows are kept" : "Commit the transaction, so that its changes are kept",
            handle.Naming.AddRange(finish.Insert(call, scene)));
    }
}
