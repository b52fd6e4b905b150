using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Types that turn the text of one format into rows, away from the stage that reads the text: mappers, record parsers. Nothing in them
/// touches a dataset, so their name and the shape of what they convert must say it.
/// </summary>
internal static class RowConverters
{
    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal) { "csv", "tsv", "psv", "delimited", "etl", "import", "importer", "ingest", "ingestion" };

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "xml", "excel", "edi", "feed", "record", "row" };

    private static readonly HashSet<string> Tasks = new(StringComparer.Ordinal) { "parser", "mapper", "reader", "importer", "loader", "extractor" };

    /// <summary>True for a type named as one: <c>CsvOrderMapper</c>, <c>XmlTransactionParser</c>.</summary>
    public static bool IsNamedSo(string type) => NameWords.Any(type, Formats) || (NameWords.Any(type, Texts) && NameWords.Any(type, Tasks));

    /// <summary>True when the value is a field of a row that came in as text: an element of an array of strings, a string of the team's own row type.</summary>
    public static bool IsField(IOperation value) => value switch
    {
        IConversionOperation { Operand: var operand } => IsField(operand),
        IArrayElementReferenceOperation { Type.SpecialType: SpecialType.System_String } => true,
        IPropertyReferenceOperation { Property: { IsIndexer: false, Type.SpecialType: SpecialType.System_String }, Instance.Type: { } row } member => row.IsDeclaredIn(member.SemanticModel?.Compilation) && IsTextRow(row),
        _ => false,
    };

    private static bool IsTextRow(ITypeSymbol type) =>
        RowTypes.IsRow(type) && type.GetMembers().OfType<IPropertySymbol>().Any(member => member is { IsStatic: false, Type.SpecialType: SpecialType.System_String });
}
