using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Quality;

/// <summary>Replaces a handler that swallows broken records by one that stops with the record in its message.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SourceErrorsSilencedFix))]
public sealed class SourceErrorsSilencedFix : DataEngFix
{
    private const string Key = "DEA2003.Throw";

    private static readonly string[] Names = ["args", "found", "error"];

    /// <summary>Fixes DEA2003.</summary>
    public SourceErrorsSilencedFix()
        : base("DEA2003")
    {
    }

    /// <inheritdoc/>
    protected override bool ChangesData => true;

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        var setting = scene.NodeAt(diagnostic).FirstAncestorOrSelf<AssignmentExpressionSyntax>();
        if (setting is null || scene.Model.GetSymbolInfo(setting.Left, scene.Cancellation).Symbol is not IPropertySymbol { Type: INamedTypeSymbol type } property)
            yield break;

        if (type.EnumUnderlyingType is not null)
        {
            if (type.GetMembers("Throw").Any())
                yield return Replace(setting, $"{type.ToMinimalDisplayString(scene.Model, setting.Right.SpanStart)}.Throw");
        }
        else if (type.DelegateInvokeMethod is { Parameters: [var found] } && Complaint(property.Name) is { } complaint)
        {
            var name = FreeName(scene, setting.Right.SpanStart);
            if (HandlerFor(found.Type, name, complaint) is { } handler)
                yield return Replace(setting, handler, Usings.For(scene, "System.IO", "InvalidDataException", setting.SpanStart));
        }
    }

    private static PlannedFix Replace(AssignmentExpressionSyntax setting, string handler, IEnumerable<TextChange>? usings = null) => new(
        Key,
        "Stop at the broken record and name it",
        (usings ?? []).Append(new TextChange(setting.Right.Span, handler)).ToImmutableArray());

    // The shapes of the handlers' arguments differ from version to version: what is there decides.
    private static string? HandlerFor(ITypeSymbol found, string name, string complaint)
    {
        if (Has(found, "RawRecord") && !Has(found, "Exception"))
            return Throw(name, complaint, $"{name}.RawRecord");
        if (Member(found, "Exception") is { } exception)
        {
            var record = Has(found, "RawRecord") ? $"{name}.RawRecord" : RawRecordBehind(exception, $"{name}.Exception");
            return record is null ? null : Throw(name, complaint, record, $", {name}.Exception");
        }

        return RawRecordBehind(found, name) is { } raw ? Throw(name, complaint, raw) : null;
    }

    private static string? RawRecordBehind(ITypeSymbol type, string path)
    {
        if (Member(type, "Context") is not { } context || Member(context, "Parser") is not { } parser || !Has(parser, "RawRecord"))
            return null;
        return path + (path.EndsWith(".Exception", System.StringComparison.Ordinal) ? ".Context?" : ".Context") + ".Parser?.RawRecord";
    }

    private static string Throw(string name, string complaint, string record, string cause = "") =>
        $"{name} => throw new InvalidDataException($\"{complaint}: {{{record}}}\"{cause})";

    private static bool Has(ITypeSymbol type, string name) => Member(type, name) is not null;

    private static ITypeSymbol? Member(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault() is { } member)
                return TypeOf(member);
        }

        return type.AllInterfaces.SelectMany(contract => contract.GetMembers(name)).FirstOrDefault() is { } inherited ? TypeOf(inherited) : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static string? Complaint(string handler) => handler switch
    {
        "BadDataFound" => "Broken record",
        "MissingFieldFound" => "Field missing in record",
        "HeaderValidated" => "Column missing in header",
        "ReadingExceptionOccurred" or "OnRecordError" => "Record cannot be read",
        _ => null,
    };

    private static string FreeName(FixScene scene, int position) =>
        Names.FirstOrDefault(name => scene.Model.LookupSymbols(position, name: name).IsEmpty) ?? "handled";
}
