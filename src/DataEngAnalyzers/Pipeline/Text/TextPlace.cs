using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where a body keeps a text: a local, a parameter, a field, or a property of the object that one of them holds.</summary>
/// <param name="Holder">The local, parameter or field.</param>
/// <param name="Property">The property, such as a command's text; <see langword="null"/> for the variable itself.</param>
internal readonly record struct TextPlace(ISymbol Holder, string? Property = null)
{
    /// <summary>True for a use of the variable.</summary>
    public bool IsHolder(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => SymbolEqualityComparer.Default.Equals(local, Holder),
        IParameterReferenceOperation { Parameter: var parameter } => SymbolEqualityComparer.Default.Equals(parameter, Holder),
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } => SymbolEqualityComparer.Default.Equals(field, Holder),
        IConversionOperation { Operand: var operand } => IsHolder(operand),
        IParenthesizedOperation { Operand: var operand } => IsHolder(operand),
        _ => false,
    };

    /// <summary>True for a use of the place.</summary>
    public bool Is(IOperation operation) => Property is null
        ? IsHolder(operation)
        : operation is IPropertyReferenceOperation { Property.Name: var name, Instance: { } instance } && name == Property && IsHolder(instance);

    public bool Equals(TextPlace other) => SymbolEqualityComparer.Default.Equals(Holder, other.Holder) && Property == other.Property;

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Holder) ^ (Property is null ? 0 : StringComparer.Ordinal.GetHashCode(Property));
}
