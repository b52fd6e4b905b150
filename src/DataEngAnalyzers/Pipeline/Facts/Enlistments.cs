using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which transaction a call names, and whether it had to name one and did not.</summary>
internal sealed class Enlistments
{
    private const string TransactionKey = "transaction";
    private const string Constructed = "constructed";

    private readonly PipelineContext _context;

    public Enlistments(PipelineContext context) => _context = context;

    /// <summary>The transaction that the call, its command or its copier was given; <see langword="null"/> when none was seen.</summary>
    public Value? TransactionOf(Call call)
    {
        if (call.Api[TransactionKey] is "this.Transaction")
            return call.Receiver is { } command ? _context.Handles.Of(command, "Transaction", TransactionKey, call.Operation) : null;
        if (call[TransactionKey] is { } passed)
            return passed;
        return CarrierOf(call) is { } carrier ? carrier[TransactionKey] : null;
    }

    /// <summary>
    /// The call or the creation of the command that leaves out the transaction pending on its connection, where the provider refuses to
    /// run it then; <see langword="null"/> where all is well or not everything that happens to the command can be seen.
    /// </summary>
    public Call? MissingIn(DataOperation operation)
    {
        if (operation.Api.Role is not (ApiRole.Sql or ApiRole.Write) || operation.Transaction is not { Begin: { Statement: null } begin, IsAmbient: false })
            return null;
        if (TransactionOf(operation.Call) is not null || _context.Connections.EnlistmentOf(operation.Call) is not { } enlistment)
            return null;
        if (begin.Around.IsConditional != operation.Around.IsConditional || operation.Transaction.Session is not { } session)
            return null;
        if (!SymbolEqualityComparer.Default.Equals(session, _context.Connections.SessionOf(operation.Call)))
            return null;

        if (operation.Api[TransactionKey] is { } key && key != "this.Transaction" && operation.Call["command"] is null)
            return enlistment == Constructed ? null : operation.Call;
        return CarrierOf(operation.Call) is { } carrier && (enlistment != Constructed || carrier.Operation is IObjectCreationOperation) && IsPlain(carrier) ? carrier : null;
    }

    /// <summary>What carries the transaction for the call: its command or copier.</summary>
    private Call? CarrierOf(Call call) =>
        (call["command"] ?? call.Receiver) is { } carrier ? _context.Values.MakerOf(carrier, ApiRole.Command, ApiRole.Open) : null;

    // Only its own members are used: no other code can have attached it.
    private bool IsPlain(Call carrier)
    {
        var keeper = Values.KeeperOf(carrier.Operation);
        if (keeper is null)
            return true;
        return keeper is ILocalSymbol local
            && carrier.Frame.OwnerOf(local).Body.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).All(IsOwnMember);
    }

    private bool IsOwnMember(ILocalReferenceOperation use) => use.Parent switch
    {
        IInvocationOperation call => call.Instance == use,
        IPropertyReferenceOperation { Property: var property } => !_context.Apis.FindAll(property).Any(api => api.Role == ApiRole.Enlist),
        IUsingOperation or IConditionalAccessOperation => true,
        _ => false,
    };
}
