using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Says what a <c>catch</c> does with the error. What it cannot name counts as keeping the row.</summary>
internal sealed class Handlers
{
    private readonly PipelineContext _context;
    private readonly DuplicateErrors _duplicates;

    public Handlers(PipelineContext context)
    {
        _context = context;
        _duplicates = new DuplicateErrors(context);
    }

    public Handler Of(ICatchClauseOperation clause, Frame frame)
    {
        var body = clause.Handler;
        var parts = body.DescendantsAndSelf().ToList();
        return new Handler(
            clause.Syntax is CatchClauseSyntax syntax ? syntax.CatchKeyword.GetLocation() : clause.Syntax.GetLocation(),
            IsGeneral: IsGeneral(clause.ExceptionType) && !Selects(clause) && !parts.Any(Distinguishes),
            Rethrows: parts.Any(part => part is IThrowOperation or IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo }),
            KeepsRow: parts.Any(Keeps))
        {
            KnowsDuplicates = _duplicates.AreKnownTo(clause, frame),
            Answers = Answers(clause, parts, frame),
        };
    }

    /// <summary>True for code that at most writes to a log: nothing leaves, and nothing is kept.</summary>
    public bool LeavesNoTrace(IOperation code) =>
        !code.DescendantsAndSelf().Any(part => part is IThrowOperation or IReturnOperation or IBranchOperation || Keeps(part));

    // Everything that is kept is kept in what the method hands back.
    private bool Answers(ICatchClauseOperation clause, List<IOperation> parts, Frame frame)
    {
        if (parts.Any(part => part is IThrowOperation or IBranchOperation) || IsInLambda(clause, frame))
            return false;

        var kept = parts.Where(Keeps).ToList();
        if (kept.Count == 0)
            return parts.Any(part => part is IReturnOperation);
        var handedBack = Results.Of(frame).Select(result => result.Unconverted.Operation).OfType<ILocalReferenceOperation>().Select(result => result.Local).ToList();
        return kept.All(part => IsFactory(part) || part is ISimpleAssignmentOperation { Target: var target } && OwnerOf(target) is ILocalReferenceOperation { Local: var owner } && handedBack.Contains(owner, SymbolEqualityComparer.Default));
    }

    private static bool IsInLambda(IOperation part, Frame frame)
    {
        while (part.Parent is { } parent && part != frame.Body)
        {
            if (part is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
            part = parent;
        }

        return false;
    }

    // Result.Failure(error.Message)
    private static bool IsFactory(IOperation part) =>
        part is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var owner, ReturnType: var made } } && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, made.OriginalDefinition);

    private static IOperation OwnerOf(IOperation target)
    {
        while (target is IMemberReferenceOperation { Instance: { } owner })
            target = owner;
        return target;
    }

    private bool IsGeneral(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Object }
        || type.ToDisplayString() is "System.Exception" or "System.SystemException" or "System.FormatException"
        || _context.Apis.FindAll(type).Any(api => api.Role == ApiRole.Failure);

    // "when" keeps a filter for one kind of error; one that only lets cancellation pass is none.
    private static bool Selects(ICatchClauseOperation clause) => clause.Filter switch
    {
        null or IIsPatternOperation { Pattern: INegatedPatternOperation } or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } => false,
        _ => true,
    };

    // if (error.Number == 2627): the handler knows which error it expects.
    private static bool Distinguishes(IOperation part) =>
        (part as IConditionalOperation)?.Condition is { } condition && condition.DescendantsAndSelf().Any(IsException)
        || (part as ISwitchOperation)?.Value is { } value && value.DescendantsAndSelf().Any(IsException);

    private static bool IsException(IOperation part) => part is ILocalReferenceOperation { Type: var type } && IsExceptionType(type);

    private static bool IsExceptionType(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace.Name: "System" })
                return true;
        }

        return false;
    }

    private bool Keeps(IOperation part) => part switch
    {
        IInvocationOperation invocation => !IsHarmless(invocation),
        IAssignmentOperation or IIncrementOrDecrementOperation => true,
        _ => false,
    };

    // Console.Error.WriteLine(…)
    private bool IsLog(IOperation? target) =>
        target is not null && _context.Apis.FindAll(Values.SymbolOf(target)).Any(api => api.Role == ApiRole.Log);

    private bool IsHarmless(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (_context.Apis.FindAll(method).Any(api => api.Role is ApiRole.Log or ApiRole.Rollback) || IsLog(invocation.Instance))
            return true;

        // Home-grown loggers, text building, waiting: none of them keeps a row.
        var owner = method.ContainingType;
        return owner.SpecialType == SpecialType.System_String
            || owner.Name.Contains("Log")
            || owner.ToDisplayString() is "System.Threading.Tasks.Task" or "System.Threading.Thread" or "System.Text.StringBuilder"
            || method.Name is "ToString" or "GetType" or "GetBaseException" or "ConfigureAwait" or "Dispose" or "Close";
    }
}
