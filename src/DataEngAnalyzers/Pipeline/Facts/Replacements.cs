using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Rows that are removed so that the load behind can bring them anew.</summary>
/// <param name="Clear">What removes them.</param>
/// <param name="Load">The first load into the gap.</param>
internal sealed record Replacement(DataOperation Clear, DataOperation Load);

/// <summary>Finds replaced datasets and says whether readers and a failed run can meet the gap.</summary>
internal static class Replacements
{
    private static readonly string[] TransactionTypes = ["IDbTransaction", "DbTransaction", "IDbContextTransaction", "TransactionScope", "IUnitOfWork"];

    /// <summary>The tables the stage empties, wholly or for a window, and fills again.</summary>
    public static IEnumerable<Replacement> Replaced(this Stage stage)
    {
        foreach (var clear in stage.Of(DataAction.Delete))
        {
            if (clear.Dataset is not { Kind: DatasetKind.Table } cleared || stage.IsTransient(cleared) || !stage.MakesRoom(clear))
                continue;
            if (stage.After(clear).FirstOrDefault(load => Refills(load, cleared) && !Branch.Exclude(clear.Around.Branch, load.Around.Branch)) is { } first)
                yield return new Replacement(clear, first);
        }
    }

    /// <summary>True when one transaction holds both, or when the code does not rule it out.</summary>
    public static bool MayBeAtomic(this Stage stage, Replacement replacement)
    {
        var (clear, load) = (stage.TakesEffect(replacement.Clear), stage.TakesEffect(replacement.Load));
        if (clear is null || load is null || clear == load)
            return true;
        if (clear.Transaction is { } transaction && (transaction == load.Transaction || transaction.Begin is null) || load.Transaction is { Begin: null })
            return true;
        return load.Around.IsHandedToTransaction
            || IsOneBatch(clear, load)
            || stage.MayRunInTransaction(clear)
            || stage.IsCalledInUnitOfWork(clear)
            || stage.IsCalledInUnitOfWork(load);
    }

    /// <summary>True when a transaction that the stage does not show may be around an operation: it, or its type, was handed one.</summary>
    public static bool MayRunInTransaction(this Stage stage, DataOperation operation) =>
        operation.Around.IsHandedToTransaction || !stage.Frame.IsNeighbour && HoldsTransaction(stage.Root) || HoldsTransaction(operation.Member);

    /// <summary>The operation itself, or the save that brings a tracked change about; <see langword="null"/> when that is out of sight.</summary>
    public static DataOperation? TakesEffect(this Stage stage, DataOperation change) =>
        change.Api.Role == ApiRole.Track ? stage.Run.After(change).FirstOrDefault(later => later.Action == DataAction.Save) : change;

    /// <summary>
    /// The variable of the connection or context that could hold both in one transaction; <see langword="null"/> where they use
    /// different ones, run in a transaction already, or cross another replacement.
    /// </summary>
    public static ISymbol? SessionOf(this Stage stage, Replacement replacement, IReadOnlyList<Replacement> all)
    {
        var (clear, load) = (replacement.Clear, replacement.Load);
        if (clear.Transaction is not null || load.Transaction is not null || all.Any(other => other != replacement && other.Clear.Index < load.Index && other.Load.Index > clear.Index))
            return null;
        return stage.Context.Connections.SessionOf(clear.Call) is { } session && SymbolEqualityComparer.Default.Equals(session, stage.Context.Connections.SessionOf(load.Call)) ? session : null;
    }

    private static bool Refills(DataOperation load, Dataset cleared) =>
        load is { Action: DataAction.Write, Mode: not WriteMode.Replace, Dataset: { } loaded } && cleared.Matches(loaded);

    // PostgreSQL runs the statements of one text as one transaction.
    private static bool IsOneBatch(DataOperation clear, DataOperation load) =>
        clear.Call.Operation == load.Call.Operation && clear.Api == load.Api && clear.Dialect is SqlDialect.PostgreSql or SqlDialect.Unknown;

    // A unit of work: the transaction of its caller may be around everything.
    private static bool HoldsTransaction(IMethodSymbol method) =>
        method.Parameters.Any(parameter => IsTransaction(parameter.Type))
        || method.ContainingType.GetMembers().Any(member => member is IFieldSymbol { Type: var type } && IsTransaction(type) || member is IPropertySymbol { Type: var held } && IsTransaction(held))
        || method.ContainingType.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => IsTransaction(parameter.Type)));

    // A repository over a contract of the team's own that runs code in a transaction: its caller in another project may do just that.
    private static bool IsCalledInUnitOfWork(this Stage stage, DataOperation operation) => !operation.Call.Doer.IsNeighbour && operation.Member.ContainingType.GetMembers()
        .Any(member => member is IFieldSymbol { Type: { TypeKind: TypeKind.Interface } contract } && contract.IsOfTeam(stage.Context) && OffersTransactions(contract));

    private static bool OffersTransactions(ITypeSymbol contract) =>
        contract.AllInterfaces.Insert(0, (INamedTypeSymbol)contract).SelectMany(type => type.GetMembers()).Any(member => member is IMethodSymbol && NameWords.Of(member.Name).Contains("transaction"));

    private static bool IsTransaction(ITypeSymbol type) =>
        TransactionTypes.Contains(type.Name) || type.Name.EndsWith("UnitOfWork", System.StringComparison.Ordinal) || type.AllInterfaces.Any(contract => TransactionTypes.Contains(contract.Name));
}
