using System;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Handles that keep nothing unless they are finished: an import that must be completed, a transaction that must be committed. A row
/// of the models names the finishing method.
/// </summary>
internal static class Obligations
{
    private const int MostDepth = 4;

    /// <summary>
    /// True when no code that can reach the handle finishes it. A handle that leaves what the stage can see may be finished elsewhere, so
    /// the answer is no.
    /// </summary>
    public static bool IsNeverFinished(this Stage stage, DataOperation made) => made.Api["finish"] is { } finish && made.Handle switch
    {
        ILocalSymbol local => made.Call.Frame.OwnerOf(local) is var owner && !MayFinish(local, owner.Body, owner.Method, finish, stage.Context, depth: 0),
        null => IsUnnamed(made.Call.Operation) && !stage.Run.MayHold(operation => operation.Action == DataAction.Commit),
        _ => false,
    };

    private static bool MayFinish(ISymbol handle, IOperation body, IMethodSymbol method, string finish, PipelineContext context, int depth) => depth > MostDepth
        || body.DescendantsAndSelf().Any(part => Refers(part, handle) && MayFinish(part, method, finish, context, depth));

    private static bool Refers(IOperation part, ISymbol handle) => part switch
    {
        ILocalReferenceOperation { Local: var local } => SymbolEqualityComparer.Default.Equals(local, handle),
        IParameterReferenceOperation { Parameter: var parameter } => SymbolEqualityComparer.Default.Equals(parameter, handle),
        _ => false,
    };

    private static bool MayFinish(IOperation use, IMethodSymbol method, string finish, PipelineContext context, int depth)
    {
        while (use.Parent is IConversionOperation or IParenthesizedOperation)
            use = use.Parent;

        return use.Parent switch
        {
            IInvocationOperation call when call.Instance == use => Finishes(call, finish),
            IConditionalAccessOperation access when access.Operation == use => access.WhenNotNull.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => Finishes(call, finish)),
            IArgumentOperation argument => !Keeps(argument, method, finish, context, depth),
            ISimpleAssignmentOperation assignment => assignment.Value == use && !IsEnlistment(assignment.Target, context),
            IPropertyReferenceOperation or IUsingOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation or INameOfOperation => false,
            _ => true,
        };
    }

    private static bool Finishes(IInvocationOperation call, string finish) =>
        call.TargetMethod.Name is var name && name.StartsWith(finish, StringComparison.Ordinal) && (name.Length == finish.Length || name.Substring(finish.Length) == "Async");

    // A known API only uses the handle; a method of the same type is looked into; what others do with it is unknown.
    private static bool Keeps(IArgumentOperation argument, IMethodSymbol method, string finish, PipelineContext context, int depth)
    {
        if (argument.Parent is not { } user || argument.Parameter is not { } parameter)
            return false;
        if (!context.Apis.FindAll(Values.SymbolOf(user)).IsEmpty)
            return true;

        return user is IInvocationOperation { TargetMethod: var callee }
            && context.Bodies.Of(callee) is { } body
            && callee.OriginalDefinition.Parameters is var parameters
            && !MayFinish(parameters[parameter.Ordinal], body, callee, finish, context, depth + 1);
    }

    private static bool IsEnlistment(IOperation target, PipelineContext context) =>
        target is IPropertyReferenceOperation { Property: var property } && context.Apis.FindAll(property).Any(api => api.Role == ApiRole.Enlist);

    // using (new TransactionScope()) { … }: nothing holds it, so nothing can finish it.
    private static bool IsUnnamed(IOperation made)
    {
        while (made.Parent is IConversionOperation or IAwaitOperation)
            made = made.Parent;
        return made.Parent is IUsingOperation scope && scope.Resources == made;
    }
}
