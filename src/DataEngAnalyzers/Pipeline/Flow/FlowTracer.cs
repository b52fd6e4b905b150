using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Follows a part of a value back to the columns it is made of: through variables, members, calls and sequences. What it cannot follow
/// is a gap, never a guess.
/// </summary>
internal sealed partial class FlowTracer
{
    private const int MostSteps = 20_000;
    private const int MostDepth = 150;

    private readonly PipelineContext _context;
    private readonly Run _run;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<Frame, (Value Object, FlowPath? Path)> _objects = new();
    private readonly HashSet<IOperation> _decided = new();
    private readonly HashSet<DataOperation> _judged = new();
    private readonly Dictionary<(Change, Frame, string), bool> _concerns = new();
    private readonly ChangeIndex _changes;
    private int _steps;
    private int _depth;
    private int _probes;

    public FlowTracer(Run run, PipelineContext context, CancellationToken cancellation)
    {
        _run = run;
        _context = context;
        _changes = new ChangeIndex(context.Apis);
        _cancellation = cancellation;
    }

    /// <summary>The body that is followed for all its callers: its parameters and its object are where the way ends; <see langword="null"/> for a run.</summary>
    public Frame? Summarised { get; init; }

    /// <summary>What decides about whole rows on the ways followed so far.</summary>
    public FlowFindings Rows { get; } = new();

    /// <summary>Finds what the aim asks of a value.</summary>
    public void Trace(Value value, FlowAim aim)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (!aim.Into.Seen.Add((value.Operation, value.Frame, aim.Path?.ToString() ?? string.Empty, aim.Kind)))
            return;
        if (++_steps > MostSteps || _depth > MostDepth || aim.Path is { IsTooLong: true })
        {
            Gap("the code goes further than is followed", value, aim);
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        _depth++;
        Look(value, aim);
        _depth--;
    }

    private void Trace(Value value, IOperation? part, FlowAim aim)
    {
        if (part is not null)
            Trace(value.At(part), aim);
    }

    private void Look(Value value, FlowAim aim)
    {
        switch (value.Operation)
        {
            case { ConstantValue: { HasValue: true, Value: string text } } when aim.Path is { Head: { Kind: FlowStepKind.Field, Position: var position } } && text.Split(Delimiters).Length <= position:
                break;
            case { ConstantValue.HasValue: true } or IDefaultValueOperation or ITypeOfOperation or ISizeOfOperation:
                aim.Found(FlowOriginKind.Constant);
                break;
            case IConversionOperation conversion:
                LookThrough(value, conversion, aim);
                break;
            case IParenthesizedOperation { Operand: var operand }:
                Trace(value, operand, aim);
                break;
            case IAwaitOperation { Operation: var awaited }:
                Trace(value, awaited, aim);
                break;
            case ITranslatedQueryOperation { Operation: var query }:
                Trace(value, query, aim);
                break;
            case ISimpleAssignmentOperation { Value: var assigned }:
                Trace(value, assigned, aim);
                break;
            case ILocalReferenceOperation { Local: var local }:
                LookAtVariable(local, value, aim);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                LookAtVariable(parameter, value, aim);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation or IDynamicMemberReferenceOperation or IArrayElementReferenceOperation or IDynamicIndexerAccessOperation:
                LookAtMember(value, aim);
                break;
            case IInstanceReferenceOperation:
                LookAtObject(value, aim);
                break;
            case IInvocationOperation call:
                LookAtCall(value, call, aim);
                break;
            case IObjectCreationOperation or IAnonymousObjectCreationOperation or ITupleOperation or IArrayCreationOperation or IWithOperation:
                LookAtCreation(value, aim);
                break;
            case { Syntax: CollectionExpressionSyntax } or { IsImplicit: true, Parent: IArgumentOperation { Parameter.IsParams: true } }:
                LookAtElements(value, aim);
                break;
            case IConditionalOperation choice:
                Decide(value, choice.Condition, aim);
                Trace(value, choice.WhenTrue, aim);
                Trace(value, choice.WhenFalse, aim);
                break;
            case ISwitchExpressionOperation choice:
                Decide(value, choice.Value, aim);
                foreach (var arm in choice.Arms)
                    Trace(value, arm.Value, aim);
                break;
            case ICoalesceOperation choice:
                Trace(value, choice.Value, aim);
                Trace(value, choice.WhenNull, aim);
                break;
            case IConditionalAccessOperation access:
                Trace(value, access.WhenNotNull, aim);
                break;
            case IConditionalAccessInstanceOperation:
                Trace(value, AccessAround(value.Operation)?.Operation, aim);
                break;
            case IInterpolatedStringOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String }:
                LookAtText(value, aim);
                break;
            case IInterpolatedStringHandlerCreationOperation { Content: var content }:
                Trace(value, content, aim);
                break;
            case IBinaryOperation or IUnaryOperation or IIsPatternOperation or IIsTypeOperation or IInterpolatedStringAdditionOperation:
                Compute(value, aim);
                break;
            case IThrowOperation:
                break;
            default:
                Gap($"what {Shown(value.Operation)} yields", value, aim);
                break;
        }
    }

    private void LookThrough(Value value, IConversionOperation conversion, FlowAim aim)
    {
        if (conversion.OperatorMethod is not null)
            Trace(value, conversion.Operand, aim.Computed);
        else
            Trace(value, conversion.Operand, conversion.Conversion is { IsNumeric: true, IsImplicit: false } ? aim.By(SqlTransformation.Transformation) : aim);
    }

    // Every part that has a value goes into the result.
    private void Compute(Value value, FlowAim aim)
    {
        foreach (var part in PartsOf(value.Operation))
            Trace(value, part, aim.Computed);
    }

    private static IEnumerable<IOperation> PartsOf(IOperation computation) => computation switch
    {
        IBinaryOperation sum when TextReading.IsConcatenation(sum) => TextReading.Operands(sum),
        IBinaryOperation sum => [sum.LeftOperand, sum.RightOperand],
        IUnaryOperation { Operand: var operand } => [operand],
        IInterpolatedStringOperation text => text.Parts.Select(HoleOf).OfType<IOperation>(),
        IIsPatternOperation { Value: var tested } => [tested],
        IIsTypeOperation { ValueOperand: var tested } => [tested],
        _ => computation.ChildOperations,
    };

    /// <summary>The expression in a hole of a text, also where a handler takes the text piece by piece.</summary>
    private static IOperation? HoleOf(IOperation part) => part switch
    {
        IInterpolationOperation { Expression: var expression } => expression,
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [{ Value: var appended }, ..] } } => appended,
        _ => null,
    };

    // What a condition looks at decides between values of one column.
    private void Decide(Value value, IOperation condition, FlowAim aim) => Trace(value, condition, aim.Deciding(SqlTransformation.Conditional));

    /// <summary>The access whose receiver stands for itself in <c>receiver?.Member</c>.</summary>
    private static IConditionalAccessOperation? AccessAround(IOperation instance)
    {
        IOperation child = instance;
        for (var parent = instance.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access;
        }

        return null;
    }

    private static void Gap(string what, Value value, FlowAim aim) => aim.Into.Gap(what, value.Operation.Syntax.GetLocation());

    private static string Shown(IOperation operation)
    {
        const int Longest = 60;
        var text = operation.Syntax.ToString();
        var end = text.IndexOf('\n');
        text = end < 0 ? text : text.Substring(0, end).TrimEnd();
        return text.Length <= Longest ? text : text.Substring(0, Longest) + "…";
    }
}
