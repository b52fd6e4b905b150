using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Rules.Quality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Lists the columns that the parameters name, or maps a bulk copy's columns by their names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PositionalColumnsFix))]
public sealed class PositionalColumnsFix : DataEngFix
{
    /// <summary>Makes the fix.</summary>
    public PositionalColumnsFix()
        : base("DEA2010")
    {
    }

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        diagnostic.Properties.TryGetValue(PropertyKeys.Fix + PositionalColumns.Kind, out var kind);
        if (kind == nameof(PositionalKind.Insert))
            return ListColumns(diagnostic);
        return kind == nameof(PositionalKind.BulkCopy) ? MapColumns(diagnostic, scene) : [];
    }

    private static IEnumerable<PlannedFix> ListColumns(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(PropertyKeys.Fix + PositionalColumns.Columns, out var columns)
            && diagnostic.Properties.TryGetValue(PropertyKeys.Fix + PositionalColumns.ListPoint, out var point)
            && int.TryParse(point, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            yield return new PlannedFix(
                "DEA2010.ListColumns",
                $"Write by name: list the columns ({columns})",
                ImmutableArray.Create(new TextChange(new TextSpan(position, 0), $" ({columns})")));
        }
    }

    private static IEnumerable<PlannedFix> MapColumns(Diagnostic diagnostic, FixScene scene)
    {
        if (diagnostic.AdditionalLocations is not [var load, ..] || load.SourceTree != scene.Root.SyntaxTree
            || scene.Root.FindNode(load.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax copier }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax rows }, ..] } call
            || call.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement)
            yield break;

        if (Mapping(copier.Identifier.ValueText, rows, scene) is not { } lines)
            yield break;

        var indentation = scene.IndentationAt(statement.SpanStart);
        var text = string.Concat(lines.Select(line => line + scene.NewLine + indentation));
        yield return new PlannedFix(
            "DEA2010.MapColumns",
            "Write by name: map each column to the column of its name",
            ImmutableArray.Create(new TextChange(new TextSpan(statement.SpanStart, 0), text)));
    }

    private static string[]? Mapping(string copier, IdentifierNameSyntax rows, FixScene scene)
    {
        var type = scene.Model.GetTypeInfo(rows, scene.Cancellation).Type;
        var takesNames = TakesNames(copier, rows, scene);
        if (Is(type, "System.Data.DataTable"))
        {
            return
            [
                $"foreach (System.Data.DataColumn column in {rows}.Columns)",
                "    " + Add(copier, takesNames, "column.Ordinal", "column.ColumnName"),
            ];
        }

        if (type is not null && (Is(type, "System.Data.IDataReader") || type.AllInterfaces.Any(contract => Is(contract, "System.Data.IDataReader"))))
        {
            return
            [
                $"for (var column = 0; column < {rows}.FieldCount; column++)",
                "    " + Add(copier, takesNames, "column", $"{rows}.GetName(column)"),
            ];
        }

        return null;
    }

    // MySqlConnector maps a position to a name; the two SqlClients map name to name.
    private static string Add(string copier, bool takesNames, string position, string name) => takesNames
        ? $"{copier}.ColumnMappings.Add({name}, {name});"
        : $"{copier}.ColumnMappings.Add(new MySqlConnector.MySqlBulkCopyColumnMapping({position}, {name}));";

    private static bool TakesNames(string copier, IdentifierNameSyntax rows, FixScene scene) =>
        scene.Model.LookupSymbols(rows.SpanStart, name: copier).OfType<ILocalSymbol>().FirstOrDefault()?.Type
            .GetMembers("ColumnMappings").OfType<IPropertySymbol>().FirstOrDefault()?.Type
            .GetMembers("Add").OfType<IMethodSymbol>().Any(add => add.Parameters.Length == 2) == true;

    private static bool Is(ITypeSymbol? type, string name) => type?.ToDisplayString() == name;
}
