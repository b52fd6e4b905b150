using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Lineage;

/// <summary>Writes down what the analyzer saw the stage read and write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MovementNotRecordedFix))]
public sealed class MovementNotRecordedFix() : DataEngFix("DEA4016")
{
    private const string Namespace = nameof(DataEngAnalyzers);
    private const string Attribute = "DataLineage";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        // A constructor, an accessor and top-level statements cannot carry the attribute.
        if (scene.NodeAt(diagnostic) is not MethodDeclarationSyntax method
            || scene.Model.Compilation.GetTypeByMetadataName(Namespace + "." + Attributes.DataLineage) is null
            || NamesIn(diagnostic, MovementNotRecorded.OutputsForFix) is not { Length: > 0 } outputs)
            yield break;

        var arguments = new List<string>();
        if (NamesIn(diagnostic, MovementNotRecorded.InputsForFix) is { Length: > 0 } inputs)
            arguments.Add($"Inputs = new[] {{ {inputs} }}");
        arguments.Add($"Outputs = new[] {{ {outputs} }}");

        var start = method.GetFirstToken().SpanStart;
        var attribute = $"[{Attribute}({string.Join(", ", arguments)})]{scene.NewLine}{scene.IndentationAt(start)}";
        yield return new PlannedFix(
            "declare",
            "Declare what the stage reads and writes with [DataLineage]",
            Usings.For(scene, Namespace, Attributes.DataLineage, start).Append(new TextChange(new TextSpan(start, 0), attribute)).ToImmutableArray());
    }

    private static string NamesIn(Diagnostic diagnostic, string key) =>
        diagnostic.Properties.TryGetValue(PropertyKeys.Fix + key, out var names) && names is { Length: > 0 }
            ? string.Join(", ", names.Split('\n').Select(name => SymbolDisplay.FormatLiteral(name, quote: true)))
            : string.Empty;
}
