using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Says what a loop goes over.</summary>
internal sealed class Loops
{
    private readonly PipelineContext _context;

    public Loops(PipelineContext context) => _context = context;

    public Loop Of(ILoopOperation loop, Frame frame, Loop? outer) => new(OverOf(loop, frame), KeywordOf(loop.Syntax), frame, outer)
    {
        Sequence = loop is IForEachLoopOperation each ? new Value(each.Collection, frame) : null,
    };

    /// <summary>The loop that a call makes of the delegate it takes: <c>Parallel.ForEach(rows, …)</c>.</summary>
    public Loop Of(Call each, Loop? outer) => new(each["rows"] is { } rows ? OverSequence(rows) : LoopOver.Values, each.NameLocation, each.Frame, outer) { Sequence = each["rows"] };

    private LoopOver OverOf(ILoopOperation loop, Frame frame) => loop switch
    {
        IForEachLoopOperation each => OverSequence(new Value(each.Collection, frame)),
        IWhileLoopOperation { Condition: { } condition, Body: var body } => Reads(condition) ? LoopOver.Rows : OverReadsOn(new Value(condition, frame), body),
        IForLoopOperation { Condition: IBinaryOperation { RightOperand: var bound } } => OverBound(new Value(bound, frame)),
        _ => OverTime(loop.Body),
    };

    private LoopOver OverSequence(Value sequence)
    {
        var made = _context.Values.Resolve(sequence);
        if (IsWrittenOut(made.Operation))
            return LoopOver.Constants;

        var element = RowTypes.ElementOf(made.Operation.Type) ?? RowTypes.ElementOf(sequence.Operation.Type);
        if (RowTypes.IsSequence(element))
            return LoopOver.Batches;
        if (RowTypes.IsRow(element) || _context.Values.Influence(made, IsRead) is not null)
            return LoopOver.Rows;
        return LoopOver.Values;
    }

    // for (var i = 0; i < rows.Count; i++)
    private LoopOver OverBound(Value bound) => _context.Values.Resolve(bound).Operation switch
    {
        IPropertyReferenceOperation { Instance: { } sequence } => OverSequence(bound.At(sequence)),
        { ConstantValue.HasValue: true } => LoopOver.Constants,
        _ => LoopOver.Values,
    };

    // while (!reader.EndOfStream) { var line = reader.ReadLine(); … }; a turn that reads a page handles many rows.
    private LoopOver OverReadsOn(Value condition, IOperation body)
    {
        var asked = condition.Operation.DescendantsAndSelf().OfType<IMemberReferenceOperation>()
            .Select(member => member.Instance is { } instance ? _context.Values.HolderOf(condition.At(instance)) : null)
            .Where(holder => holder is not null)
            .ToList();
        if (asked.Count == 0)
            return OverTime(body);

        foreach (var call in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (call.Instance is { } instance
                && asked.Contains(_context.Values.HolderOf(condition.At(instance)), SymbolEqualityComparer.Default)
                && _context.Apis.FindAll(call.TargetMethod).Any(IsRead))
                return RowTypes.IsSequence(RowTypes.Awaited(call.Type)) ? LoopOver.Batches : LoopOver.Rows;
        }

        return LoopOver.Time;
    }

    // A turn that waits for a person does what the person wants, not the same again.
    private LoopOver OverTime(IOperation body) =>
        body.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => _context.Apis.FindAll(call.TargetMethod).Any(api => api.Role == ApiRole.Prompt))
            ? LoopOver.Values
            : LoopOver.Time;

    private bool Reads(IOperation condition) =>
        condition.DescendantsAndSelf().Any(part => _context.Apis.FindAll(Values.SymbolOf(part)).Any(IsRead));

    private static bool IsRead(ApiModel api) => api.Role is ApiRole.Read or ApiRole.Query || (api.Role == ApiRole.Sql && api.Is("returns", "rows"));

    // Somebody typed every element, so there are few, whatever each of them is.
    private static bool IsWrittenOut(IOperation sequence) => sequence switch
    {
        IArrayCreationOperation { Initializer.ElementValues.IsEmpty: false } => true,
        { Syntax: CollectionExpressionSyntax { Elements: { Count: > 0 } elements } } => elements.All(element => element is ExpressionElementSyntax),
        _ => IsConstant(sequence),
    };

    /// <summary>True for a sequence written out as literals.</summary>
    public static bool IsConstant(IOperation sequence) => sequence switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.All(IsLiteral),
        IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.All(add => add is IInvocationOperation { Arguments: var values } && values.All(value => IsLiteral(value.Value))),
        { ConstantValue.HasValue: true } => true,
        { Syntax: CollectionExpressionSyntax { Elements: var elements } } => elements.All(element => element is ExpressionElementSyntax { Expression: LiteralExpressionSyntax }),
        _ => false,
    };

    private static bool IsLiteral(IOperation value) =>
        value.ConstantValue.HasValue
        || value is IConversionOperation { Operand: var operand } && IsLiteral(operand)
        || value is ITupleOperation { Elements: var elements } && elements.All(IsLiteral)
        || value is IObjectCreationOperation { Arguments: var arguments, Initializer: var initializer } && arguments.All(argument => IsLiteral(argument.Value)) && (initializer is null || initializer.Initializers.All(SetsLiteral));

    private static bool SetsLiteral(IOperation initializer) => initializer is ISimpleAssignmentOperation { Value: var value } && IsLiteral(value);

    private static Location KeywordOf(SyntaxNode loop) => loop switch
    {
        CommonForEachStatementSyntax each => each.ForEachKeyword.GetLocation(),
        ForStatementSyntax @for => @for.ForKeyword.GetLocation(),
        WhileStatementSyntax @while => @while.WhileKeyword.GetLocation(),
        DoStatementSyntax @do => @do.DoKeyword.GetLocation(),
        _ => loop.GetLocation(),
    };
}
