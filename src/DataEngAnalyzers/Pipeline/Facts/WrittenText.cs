using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds values that become text on their way into a file of rows or an SQL statement, in the culture of the machine.</summary>
internal static class WrittenText
{
    private const string Name = "name";

    private static readonly string[] Landing = ["rows", "text", Name];

    public static IEnumerable<Conversion> CultureBoundIn(Stage stage)
    {
        foreach (var sink in stage.Operations.Where(operation => Lands(stage, operation)))
        {
            foreach (var key in Landing)
            {
                // Days in names of files are a matter of PathDates.
                foreach (var part in LandedIn(stage, sink, key))
                {
                    if (Of(stage, sink, part) is { } conversion && (key != Name || conversion.Kind != ValueKind.CalendarDate))
                        yield return conversion;
                }
            }
        }
    }

    private static bool Lands(Stage stage, DataOperation operation) => operation.Action == DataAction.Write && operation.Statement is null
        ? DataFiles.IsDataFile(operation) && !stage.Scope.IsOrdinary
        : operation.Statement is not null && stage.Moves(operation);

    private static IEnumerable<Value> LandedIn(Stage stage, DataOperation sink, string key)
    {
        var value = key == "text" ? stage.Context.Sql.TextValueOf(sink.Call) : sink.Call[key];
        return value is { } landed ? stage.Context.Values.Parts(landed) : [];
    }

    private static Conversion? Of(Stage stage, DataOperation sink, Value part)
    {
        switch (part.Operation)
        {
            case IInvocationOperation invocation:
                return OfCall(stage, sink, new Value(invocation, part.Frame));
            case IInterpolationOperation { Parent: IInterpolatedStringOperation { Parent: not IInterpolatedStringHandlerCreationOperation } text } hole when IsPlain(text) && !IsPartOfName(text, hole):
                return Cultures.KindOf(Unconverted(hole.Expression).Type) is { } kind && LeftOpenBy(PatternOf(hole), kind) is { } open
                    ? Written(sink, part.Frame, ConversionForm.Hole, open, "an interpolated " + NameOf(hole.Expression), hole.Expression.Syntax)
                    : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } text:
                return OfOperand(sink, part.Frame, text.LeftOperand) ?? OfOperand(sink, part.Frame, text.RightOperand);
            default:
                return null;
        }
    }

    private static Conversion? OfCall(Stage stage, DataOperation sink, Value call)
    {
        foreach (var api in stage.Context.Apis.FindAll(Values.SymbolOf(call.Operation)))
        {
            var format = new Call(call.Operation, api, call.Frame);
            if (api.Role == ApiRole.Format
                && Conversions.KindOf(api) is { } kind
                && LeftOpenBy(stage.Context.Values, format, kind) is { } open
                && stage.Context.Values.FollowsMachine(format))
                return new Conversion(ConversionForm.Call, open, IsRead: false, Conversions.NameOf(format), format.NameLocation, call.Frame.Method, sink.Dataset, sink.Location);
        }

        return null;
    }

    private static Conversion? OfOperand(DataOperation sink, Frame frame, IOperation operand) =>
        Cultures.KindOf(Unconverted(operand).Type) is { } kind
            ? Written(sink, frame, ConversionForm.Operand, kind, "a concatenated " + NameOf(operand), Unconverted(operand).Syntax)
            : null;

    private static Conversion Written(DataOperation sink, Frame frame, ConversionForm form, ValueKind kind, string name, SyntaxNode where) =>
        new(form, kind, IsRead: false, name, where.GetLocation(), frame.Method, sink.Dataset, sink.Location);

    // As text, not as a FormattableString whose holes become parameters.
    private static bool IsPlain(IInterpolatedStringOperation text) =>
        text is { Type.SpecialType: SpecialType.System_String, Parent: not IConversionOperation { Type.SpecialType: not (SpecialType.System_String or SpecialType.System_Object) } };

    // sales_{year}: a hole that continues a name holds no value of a row.
    private static bool IsPartOfName(IInterpolatedStringOperation text, IInterpolationOperation hole)
    {
        var before = text.Parts.IndexOf(hole) - 1;
        return before >= 0
            && text.Parts[before] is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string { Length: > 0 } words } }
            && (char.IsLetterOrDigit(words[words.Length - 1]) || words[words.Length - 1] == '_');
    }

    private static string? PatternOf(IInterpolationOperation hole) =>
        hole.Syntax is InterpolationSyntax { FormatClause.FormatStringToken.ValueText: var pattern } ? pattern : null;

    private static ValueKind? LeftOpenBy(string? pattern, ValueKind kind) => pattern is null ? kind : Cultures.LeftOpenBy(pattern, kind);

    // A pattern that is only known at run time may leave nothing open.
    private static ValueKind? LeftOpenBy(Values values, Call format, ValueKind kind) => format["pattern"] is not { } pattern ? kind
        : values.Resolve(pattern).Operation.ConstantValue is { HasValue: true, Value: string form } ? Cultures.LeftOpenBy(form, kind)
        : null;

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation { IsImplicit: true, Operand: var inner } ? Unconverted(inner) : value;

    private static string NameOf(IOperation value) => Unconverted(value).Type?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "value";
}
