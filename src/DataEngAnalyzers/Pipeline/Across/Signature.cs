using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Says what the values inside a method are to those who call it: its parameters, its object, or nothing they can name.</summary>
internal sealed class Signature
{
    /// <summary>How a reference to the object itself is written.</summary>
    public const string This = "this";

    /// <summary>What a reference to a parameter begins with.</summary>
    public const char ParameterMark = '#';

    private readonly Frame _root;
    private readonly PipelineContext _context;

    /// <param name="root">The call of the method, without a caller.</param>
    /// <param name="context">What its project knows.</param>
    public Signature(Frame root, PipelineContext context)
    {
        _root = root;
        _context = context;
    }

    /// <summary>The reference to the parameter or the object that a value is; <see langword="null"/> where it is neither.</summary>
    public string? ReferenceTo(Value value)
    {
        var made = _context.Values.Resolve(value);
        if (ParameterOf(made) is { } parameter)
            return ReferenceTo(parameter);
        return made.Operation is IInstanceReferenceOperation or IFieldReferenceOperation { Instance: IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } ? This : null;
    }

    /// <summary>The reference to the parameter that rows come from, best one that can hold rows.</summary>
    public string? ReferenceToRows(Value rows)
    {
        var parameters = _context.Values.Parts(rows).Select(ParameterOf).OfType<IParameterSymbol>().ToList();
        return (parameters.FirstOrDefault(parameter => RowTypes.IsSequence(parameter.Type) || RowTypes.IsRow(parameter.Type)) ?? parameters.FirstOrDefault()) is { } best
            ? ReferenceTo(best)
            : null;
    }

    /// <summary>How a parameter is written; empty for none.</summary>
    public static string ReferenceTo(IParameterSymbol? parameter) => parameter is null ? string.Empty : ParameterMark + parameter.Ordinal.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a hole of a text is to a caller.</summary>
    public TemplatePart PartFor(Value hole, string? name)
    {
        var made = _context.Values.Resolve(hole);
        if (ParameterOf(made) is { } parameter)
            return Numbered(TemplatePartKind.Argument, parameter.Ordinal);
        return made.Operation is IPropertyReferenceOperation { Property.Name: "Name", Instance: ITypeOfOperation { TypeOperand: var type } } && PartFor(made.Frame.Filled(type)) is { } part
            ? part
            : new TemplatePart(TemplatePartKind.Unknown, name ?? "?");
    }

    /// <summary>The type parameter that a type is; <see langword="null"/> for any other type.</summary>
    public static TemplatePart? PartFor(ITypeSymbol? type) => type is ITypeParameterSymbol parameter
        ? Numbered(parameter.TypeParameterKind == TypeParameterKind.Method ? TemplatePartKind.MethodType : TemplatePartKind.OwnerType, parameter.Ordinal)
        : null;

    private static TemplatePart Numbered(TemplatePartKind kind, int number) => new(kind, number.ToString(CultureInfo.InvariantCulture));

    private IParameterSymbol? ParameterOf(Value value) =>
        value.Operation is IParameterReferenceOperation { Parameter: var parameter }
        && value.Frame == _root
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _root.Method)
            ? parameter
            : null;
}
