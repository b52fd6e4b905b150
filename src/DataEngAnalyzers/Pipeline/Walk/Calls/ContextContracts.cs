using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Interfaces that show the tables of a context to code that need not know it: <c>IShopContext { DbSet&lt;Sale&gt; Sales { get; } … }</c>.
/// What is named there as the save of the tables' library saves what is tracked.
/// </summary>
internal sealed class ContextContracts
{
    private readonly PipelineContext _context;
    private readonly Lazy<ILookup<string, ApiModel>> _saves;

    public ContextContracts(PipelineContext context)
    {
        _context = context;
        _saves = new Lazy<ILookup<string, ApiModel>>(() => context.Apis.OfRole(ApiRole.Save).ToLookup(row => row.SymbolName.NameInSource, StringComparer.Ordinal), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The rows of the save that an interface repeats; none for any other symbol.</summary>
    public ImmutableArray<ApiModel> RowsOf(ISymbol symbol) =>
        symbol is IMethodSymbol { ContainingType: { TypeKind: TypeKind.Interface } contract } method
        && _saves.Value.Contains(method.Name)
        && RowTypes.Awaited(method.ReturnType)?.SpecialType == SpecialType.System_Int32
        && LibraryOfTablesIn(contract) is { } library
            ? _saves.Value[method.Name].Where(row => row.LibraryInfo.Assemblies.Contains(library, StringComparer.OrdinalIgnoreCase)).ToImmutableArray()
            : ImmutableArray<ApiModel>.Empty;

    private string? LibraryOfTablesIn(INamedTypeSymbol contract) => contract.AllInterfaces.Insert(0, contract)
        .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
        .FirstOrDefault(property => _context.Entities.RowTypeOfTable(property.Type) is not null)?.Type.ContainingAssembly?.Name;
}
