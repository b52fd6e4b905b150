using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A client that is made anew for each row, message or run, where one would serve the whole process.</summary>
/// <param name="Creation">What makes it.</param>
/// <param name="Type">The type of the client.</param>
/// <param name="Per">What it is made for: row, message, run.</param>
/// <param name="Loop">The loop whose turns make it; <see langword="null"/> where the host does by its calls.</param>
/// <param name="Target">What the stage changes, as far as the code tells.</param>
internal sealed record ShortLivedClient(DataOperation Creation, string Type, string Per, Loop? Loop, Dataset? Target)
{
    /// <summary>True when each row pays for connections of its own.</summary>
    public bool IsCostly => Loop is { IsPerRow: true } && Creation.Api.Is("kind", "own");
}

/// <summary>Finds clients that are used for one turn. One that something keeps, or that goes by what the turn handles, is not among them.</summary>
internal static class ShortLivedClients
{
    private const int MostSteps = 4;

    public static IEnumerable<ShortLivedClient> ClientsOfOneTurn(this Stage stage)
    {
        foreach (var creation in stage.Operations.Where(operation => operation is { Api.Role: ApiRole.Client, Around.InHandler: false } && stage.Moves(operation)))
        {
            var call = creation.Call;
            if (PerOf(creation, stage) is { } per && IsLeftBehind(call.Operation, call.Frame, steps: 0) && !GoesByTurn(creation, stage.Context))
                yield return new ShortLivedClient(creation, call.Operation.Type?.Name ?? "A client", per, creation.Around.Loop, stage.Operations.FirstOrDefault(change => change is { ChangesData: true, Dataset: not null })?.Dataset);
        }
    }

    // Clients alike that share their connections cost little, but not nothing for each row.
    private static string? PerOf(DataOperation creation, Stage stage)
    {
        if (creation.Around.Loop is { IsPerRow: true })
            return "row";
        if (creation.Around.Loop is not null || !creation.Api.Is("kind", "own"))
            return null;
        if (stage.Scope.Host == HostKind.Message)
            return "message";
        return creation.Call.Frame.Methods.Any(method => Overlaps.StartOf(method, stage.Context) is not null) ? "run" : null;
    }

    /// <summary>True when nothing holds the client, or what it gives, after the turn.</summary>
    private static bool IsLeftBehind(IOperation client, Frame frame, int steps)
    {
        var part = client;
        while (part.Parent is { } user && IsUseOf(user, part))
            part = user;

        return part.Parent switch
        {
            IExpressionStatementOperation or IUsingOperation => true,
            IAwaitOperation awaited => IsTaken(awaited),
            IAssignmentOperation { Target: var target } => target == part && part is not ILocalReferenceOperation,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator } =>
                IsDisposed(declarator) || steps < MostSteps && frame.MentionsOf(local).OfType<ILocalReferenceOperation>().All(mention => IsLeftBehind(mention, frame, steps + 1)),
            _ => false,
        };
    }

    // client.Member, client.Call(), client.Extension()
    private static bool IsUseOf(IOperation user, IOperation part) => user switch
    {
        IConversionOperation => true,
        IInvocationOperation { Instance: var instance } when instance == part => true,
        IPropertyReferenceOperation { Instance: var instance } => instance == part,
        IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } } => true,
        IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [var first, ..] } => first == part,
        _ => false,
    };

    // What is awaited is an answer, unless somebody keeps it.
    private static bool IsTaken(IAwaitOperation awaited)
    {
        IOperation answer = awaited;
        while (answer.Parent is IConversionOperation conversion)
            answer = conversion;
        return answer.Parent is IExpressionStatementOperation or IVariableInitializerOperation or IArgumentOperation;
    }

    private static bool IsDisposed(IVariableDeclaratorOperation declarator) =>
        declarator.Parent?.Parent is IUsingDeclarationOperation or IUsingOperation || declarator.Parent?.Parent?.Parent is IUsingDeclarationOperation or IUsingOperation;

    // Each tenant has a server of its own.
    private static bool GoesByTurn(DataOperation operation, PipelineContext context)
    {
        var call = operation.Call;
        var made = call.Operation is IInvocationOperation { Instance: { } builder } ? Creations.Behind(new Value(builder, call.Frame), context.Values) : new Value(call.Operation, call.Frame);
        return made is not { } creation || Arguments.Of(creation.Operation).Any(argument => context.Values.Parts(creation.At(argument.Value)).Any(part => IsOfTurn(part, operation.Around.Loop, context)));
    }

    private static bool IsOfTurn(Value part, Loop? loop, PipelineContext context) => part.Operation switch
    {
        ILocalReferenceOperation { Local: var local } => part.Frame.DefinitionsOf(local).Any(definition => definition.Kind == DefinitionKind.Element),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: var kind } } parameter } => part.Frame.ArgumentFor(parameter) is null && kind != MethodKind.Constructor && (loop is null || kind == MethodKind.AnonymousFunction),
        _ => context.Apis.FindAll(Values.SymbolOf(part.Operation)).Any(api => api.Role is ApiRole.Field or ApiRole.Ordinal or ApiRole.Read),
    };
}
