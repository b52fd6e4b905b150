using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds what runs a method: its base types, interfaces, attributes and parameters, else its name.</summary>
internal sealed class Hosts
{
    private readonly PipelineContext _context;
    private readonly ConcurrentDictionary<IMethodSymbol, Runner> _ofMethods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, Runner> _ofTypes = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ILookup<string, ApiModel>> _typesByName;
    private readonly HostRetries _retries;
    private readonly bool _isTestProject;

    public Hosts(PipelineContext context)
    {
        _context = context;
        _retries = new HostRetries(context);
        _isTestProject = context.Options.IsTestProject || ScopeNames.IsTestProject(context.Compilation.AssemblyName);
        _typesByName = new Lazy<ILookup<string, ApiModel>>(() => context.Apis.OfRole(ApiRole.Host).Where(IsBase).ToLookup(row => row.SymbolName.TypeName));
    }

    /// <summary>What a row says of whoever runs the code.</summary>
    public static HostKind KindOf(ApiModel host) => Enum.TryParse<HostKind>(host["kind"], ignoreCase: true, out var kind) ? kind : HostKind.Unknown;

    /// <summary>What runs a delegate that is handed to a call.</summary>
    public Runner Of(Call host) => Made(host.Api, Values.SymbolOf(host.Operation), host.NameLocation);

    /// <summary>A runner as the methods that it runs want it: an attribute of theirs may ask for another run, or do without.</summary>
    public Runner Settle(Runner runner, IEnumerable<IMethodSymbol> methods) => methods.Aggregate(runner, _retries.Settle);

    public Runner Of(IMethodSymbol method) => _ofMethods.GetOrAdd(method.OriginalDefinition, found => _retries.Settle(Find(found), found));

    /// <summary>True for a member that tests hold.</summary>
    public bool IsTest(IMethodSymbol member) => member.ContainingType.GetMembers().OfType<IMethodSymbol>()
        .Any(method => method.GetAttributes().Any(attribute => HostRow(attribute.AttributeClass) is { } row && KindOf(row) == HostKind.Test));

    /// <summary>True for a member that a scheduler, a queue or the process itself calls, whoever else does.</summary>
    public bool IsEntry(IMethodSymbol member)
    {
        if (IsMain(member) || OfSignature(member).Kind is HostKind.Scheduled or HostKind.Message)
            return true;
        return Of(member.ContainingType).Kind is HostKind.Scheduled or HostKind.Message
            && (member.IsOverride || member.ContainingType.AllInterfaces.Any(contract => contract.GetMembers(member.Name).Length > 0));
    }

    private Runner Find(IMethodSymbol method)
    {
        if (_isTestProject || IsTest(method))
            return new Runner(HostKind.Test, _isTestProject ? method.ContainingAssembly : method.ContainingType, PlaceOf(method));
        if (OfTypesAround(method) is { Kind: not HostKind.Unknown } ofType)
            return ofType;
        if (OfSignature(method) is { Kind: not HostKind.Unknown } ofSignature)
            return ofSignature;
        if (ScopeNames.IsSeed(method.Name))
            return new Runner(HostKind.Seed, method, PlaceOf(method));
        return IsMain(method) ? new Runner(HostKind.Console, method, PlaceOf(method)) : Runner.Unknown;
    }

    private Runner OfTypesAround(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Of(type) is { Kind: not HostKind.Unknown } found)
                return found;
        }

        return Runner.Unknown;
    }

    private Runner Of(INamedTypeSymbol type) => _ofTypes.GetOrAdd(type.OriginalDefinition, Find);

    private Runner Find(INamedTypeSymbol type)
    {
        foreach (var seen in BasesOf(type).Concat(type.AllInterfaces))
        {
            if ((HostRow(seen) is { } known && known.SymbolName.Distance(seen.OriginalDefinition) == 0 ? known : UnresolvedRow(seen)) is { } row && !IsOfParameter(row))
                return Made(row, seen, PlaceOf(type));
            if (OfAttributes(seen) is { Kind: not HostKind.Unknown } marked)
                return marked;
        }

        return ScopeNames.IsSeed(type.Name) ? new Runner(HostKind.Seed, type, PlaceOf(type)) : Runner.Unknown;
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var seen = type; seen is not null; seen = seen.BaseType)
            yield return seen;
    }

    // The attributes of the method and its parameters, then what it takes: a handler of a cloud function is known by its event.
    private Runner OfSignature(IMethodSymbol method)
    {
        foreach (ISymbol part in method.Parameters.Prepend<ISymbol>(method))
        {
            if (OfAttributes(part) is { Kind: not HostKind.Unknown } marked)
                return marked;
        }

        foreach (var parameter in method.Parameters)
        {
            if (HostRow(parameter.Type) is { } row && IsOfParameter(row))
                return Made(row, parameter.Type, PlaceOf(parameter));
        }

        return Runner.Unknown;
    }

    private Runner OfAttributes(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && HostRow(type) is { } row)
                return Made(row, type, attribute.ApplicationSyntaxReference is { } syntax ? Location.Create(syntax.SyntaxTree, syntax.Span) : PlaceOf(symbol));
        }

        return Runner.Unknown;
    }

    private ApiModel? HostRow(ITypeSymbol? type)
    {
        foreach (var row in _context.Apis.FindAll(type))
        {
            if (row.Role == ApiRole.Host)
                return row;
        }

        return null;
    }

    // In a project that is not restored a base type is a name only.
    private ApiModel? UnresolvedRow(ITypeSymbol type) => type is IErrorTypeSymbol { Name: var name } ? _typesByName.Value[name].FirstOrDefault() : null;

    private static bool IsBase(ApiModel row) => row.SymbolName.Kind == 'T' && !IsOfParameter(row) && !row.SymbolName.TypeName.EndsWith("Attribute", StringComparison.Ordinal);

    private static bool IsOfParameter(ApiModel row) => row.Is("by", "parameter");

    private Runner Made(ApiModel row, ISymbol? shown, Location where) => new(KindOf(row), shown, where) { RunsAgain = _retries.RunsAgain(row) };

    private static bool IsMain(IMethodSymbol method) => method.IsStatic && method.Name is "Main" or "<Main>$";

    private static Location PlaceOf(ISymbol symbol) => symbol.Locations is [var place, ..] ? place : Location.None;
}
