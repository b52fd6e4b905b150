using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Reads one expression as text: literals of every form, concatenation, interpolation, choices, variables that grow, and members of which
/// a model row or a body in this compilation says what they yield.
/// </summary>
internal sealed partial class TextReading
{
    private const int MostDepth = 48;
    private const int MostSteps = 50_000;
    private const int MostCalls = 8;

    private readonly PipelineContext _context;
    private readonly Dictionary<(Frame, TextPlace), TextHistory> _histories = new();
    private int _open;
    private int _steps;

    public TextReading(PipelineContext context) => _context = context;

    /// <summary>The text of a value; one hole where nothing is known of it.</summary>
    public static TextRun Of(Value value, PipelineContext context) => new TextReading(context).Read(value, depth: 0);

    /// <summary>The text of a value that another text is made of.</summary>
    public TextRun Read(Value value, int depth) => TryRead(value, depth) ?? TextRun.Hole(value);

    // Null where the expression yields no value at all: it throws.
    private TextRun? TryRead(Value value, int depth)
    {
        if (depth > MostDepth || _steps++ > MostSteps)
            return TextRun.Hole(value);

        var run = ReadParts(value, depth + 1);
        return run is { IsTooLong: true } ? TextRun.Hole(value) : run;
    }

    private TextRun? ReadParts(Value value, int depth)
    {
        switch (value.Operation)
        {
            case IThrowOperation:
                return null;
            case IParenthesizedOperation { Operand: var operand }:
                return TryRead(value.At(operand), depth);
            case IConversionOperation { Operand: var operand, Conversion.IsNumeric: false }:
                return TryRead(value.At(operand), depth);
            case IAwaitOperation { Operation: var awaited }:
                return TryRead(value.At(awaited), depth);
            case ISimpleAssignmentOperation { Value: var assigned }:
                return TryRead(value.At(assigned), depth);
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }:
                return TextRun.Null;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string literal }, Syntax: LiteralExpressionSyntax { Token: var token } }:
                return TextRun.Of(new TextLetters(literal, token));
            case IUtf8StringOperation { Value: var literal, Syntax: LiteralExpressionSyntax { Token: var token } }:
                return TextRun.Of(new TextLetters(literal, token));
            case IBinaryOperation sum when IsConcatenation(sum):
                return ReadAll(value, Operands(sum), depth);
            case IInterpolatedStringOperation { Parts: var parts }:
                return ReadAll(value, parts, depth);
            case IInterpolatedStringHandlerCreationOperation { Content: var content }:
                return TryRead(value.At(content), depth);
            case IInterpolatedStringAdditionOperation { Left: var left, Right: var right }:
                return ReadAll(value, [left, right], depth);
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [{ Value: var appended }, .. var looks] } }:
                return looks.IsEmpty ? Read(value.At(appended), depth) : TextRun.Hole(value.At(appended));
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string letters }, Syntax: InterpolatedStringTextSyntax { TextToken: var token } }:
                return TextRun.Of(new TextLetters(letters, token));
            case IInterpolatedStringTextOperation { Text: { ConstantValue: { HasValue: true, Value: string letters }, Syntax: InterpolatedStringTextSyntax { TextToken: var token } } }:
                return TextRun.Of(new TextLetters(letters, token));
            case IInterpolationOperation { Expression: var expression } hole:
                return hole is { FormatString: null, Alignment: null } ? Read(value.At(expression), depth) : TextRun.Hole(value.At(expression));
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return Choose(value, value.Frame, [(0, choice.WhenTrue), (1, whenFalse)], depth);
            case ISwitchExpressionOperation choice:
                return Choose(value, value.Frame, choice.Arms.Select((arm, index) => (index + 1, arm.Value)), depth);
            case ICoalesceOperation choice:
                return Coalesce(value, choice, depth);
            case ILocalReferenceOperation { Local: var local }:
                return ReadLocal(value, local, depth);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return ReadParameter(value, parameter, depth);
            default:
                return ReadMember(value, depth);
        }
    }

    /// <summary>True for the sum of two strings.</summary>
    public static bool IsConcatenation(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    /// <summary>The operands of a sum: a + b + c + … leans to the left, as deep as it is long.</summary>
    public static Stack<IOperation> Operands(IBinaryOperation sum)
    {
        var operands = new Stack<IOperation>();
        IOperation left = sum;
        while (IsConcatenation(left))
        {
            operands.Push(((IBinaryOperation)left).RightOperand);
            left = ((IBinaryOperation)left).LeftOperand;
        }

        operands.Push(left);
        return operands;
    }

    private TextRun ReadAll(Value value, IEnumerable<IOperation> parts, int depth)
    {
        var run = TextRun.Empty;
        foreach (var part in parts)
            run = run.Add(Read(value.At(part), depth));
        return run;
    }

    private TextRun? Choose(Value whole, Frame frame, IEnumerable<(int Number, IOperation Value)> ways, int depth)
    {
        var arms = new List<TextArm>();
        foreach (var (number, way) in ways)
        {
            if (TryRead(new Value(way, frame), depth) is { } text)
                arms.Add(new TextArm(number, text));
        }

        return arms.Count == 0 ? null : TextRun.Choose(whole.Operation, whole, arms);
    }

    // A text that is known stands: only what is unknown may be null.
    private TextRun? Coalesce(Value whole, ICoalesceOperation choice, int depth)
    {
        var first = TryRead(whole.At(choice.Value), depth);
        if (first == TextRun.Null)
            return TryRead(whole.At(choice.WhenNull), depth);
        return first is { Count: 1, Last: TextHole } && TryRead(whole.At(choice.WhenNull), depth) is { } otherwise
            ? TextRun.Choose(choice, whole, [new TextArm(0, first), new TextArm(1, otherwise)])
            : first;
    }

    private TextRun? ReadLocal(Value use, ILocalSymbol local, int depth)
    {
        var owner = use.Frame.OwnerOf(local);
        return local.Type.SpecialType == SpecialType.System_String && owner.DefinitionsOf(local) is [{ Kind: DefinitionKind.Assigned } only]
            ? TryRead(new Value(only.Value, owner), depth)
            : History(owner, new TextPlace(local), depth).At(use);
    }

    private TextRun? ReadParameter(Value use, IParameterSymbol parameter, int depth)
    {
        if (IsBuilder(parameter.Type) || TextHistory.IsReplaced(parameter, use.Frame))
            return History(use.Frame, new TextPlace(parameter), depth).At(use);
        return use.Frame.ArgumentFor(parameter) is { } argument ? TryRead(argument, depth) : TextRun.Hole(use);
    }

    /// <summary>The texts a place holds in the course of a body.</summary>
    public TextHistory History(Frame frame, TextPlace place, int depth)
    {
        if (frame.Texts.TryGetValue(place, out var history) || _histories.TryGetValue((frame, place), out history))
            return history;

        // It is known while it is traced: a text that is made of itself finds what it was before.
        history = new TextHistory(this, frame, place, depth);
        _histories.Add((frame, place), history);
        _open++;
        history.Trace();
        _open--;
        return _open == 0 && _steps < MostSteps ? frame.Texts.GetOrAdd(place, history) : history;
    }

    private TextRun? ReadMember(Value value, int depth)
    {
        if (ConstantField(value.Operation) is { } initializer)
            return TryRead(value.At(initializer), depth);
        if (ConstantOf(value.Operation) is { } constant)
            return constant;
        if (ReadApi(value, depth) is { } made)
            return made;

        var resolved = _context.Values.Resolve(value);
        if (resolved.Operation != value.Operation)
            return TryRead(resolved, depth);
        if (resolved.Operation is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var kept } && _context.Fields.ConstructorOf(kept) is { } maker)
            return History(maker, new TextPlace(kept), depth).End;
        return ReadBody(value, depth) ?? TextRun.Hole(value);
    }

    // What the compiler works out without a literal: nameof, numbers, the names of enum members, constants of other assemblies.
    private static TextRun? ConstantOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var name } } => TextRun.Of(name),
        { Type.TypeKind: TypeKind.Enum } => null,
        { ConstantValue: { HasValue: true, Value: { } constant } } => TextRun.Of(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? string.Empty),
        _ => null,
    };

    // A constant of this compilation is read at its initializer, so that clauses keep their place in the source.
    private IOperation? ConstantField(IOperation operation) =>
        operation is IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: not TypeKind.Enum, DeclaringSyntaxReferences: [var declaration] } }
            && _context.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var initializer }
            ? _context.ModelFor(declaration.SyntaxTree).GetOperation(initializer)
            : null;

    /// <summary>The text that a property of an object holds, such as a command's; <see cref="TextRun.Null"/> where it is out of sight.</summary>
    public TextRun ReadProperty(Value owner, string property, int depth)
    {
        if (depth > MostDepth)
            return TextRun.Null;

        switch (owner.Operation)
        {
            case IConversionOperation { Operand: var operand }:
                return ReadProperty(owner.At(operand), property, depth + 1);
            case IAwaitOperation { Operation: var awaited }:
                return ReadProperty(owner.At(awaited), property, depth + 1);
            case ILocalReferenceOperation { Local: var local }:
                return History(owner.Frame.OwnerOf(local), new TextPlace(local, property), depth + 1).At(owner);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return History(owner.Frame, new TextPlace(parameter, property), depth + 1).At(owner);
            case IInvocationOperation call when _context.Values.MakerOf(owner) is null && FrameOf(call.TargetMethod, owner.Frame, call) is { } frame && TextHistory.ResultsOf(frame.Body) is [var result]:
                return ReadProperty(new Value(result, frame), property, depth + 1);
            default:
                return _context.Handles.Of(owner, property, "text", owner.Operation) is { } value ? Read(value, depth + 1) : TextRun.Null;
        }
    }

    // A method or property of this compilation that nothing overrides yields one of the texts it returns.
    private TextRun? ReadBody(Value value, int depth)
    {
        var (method, call) = value.Operation switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod, invocation),
            IPropertyReferenceOperation { Property: { IsIndexer: false, GetMethod: { } getter } } property => (getter, property),
            _ => default((IMethodSymbol? Method, IOperation? Call)),
        };
        if (method is null || call is null || FrameOf(method, value.Frame, call) is not { } frame)
            return null;

        var results = TextHistory.ResultsOf(frame.Body);
        return results.Count == 0 ? null : Choose(value, frame, results.Select((result, index) => (index, result)), depth);
    }

    /// <summary>A body of this compilation as one call sees it; <see langword="null"/> where it is not known which body runs, or it runs already.</summary>
    public Frame? FrameOf(IMethodSymbol method, Frame caller, IOperation call) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false, OriginalDefinition.DeclaringSyntaxReferences: [var declaration, ..] }
            && _context.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            && caller.Depth < MostCalls
            && !caller.IsIn(method)
            && _context.Bodies.Of(declaration.GetSyntax()) is { } body
            ? new Frame(method, body, caller, call) { Self = _context.Callees.SelfOf(call, caller) }
            : null;
}
