using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The pairs of types that the compilation declares for mappers: found by names when somebody first asks, bound pair by pair.</summary>
internal sealed class Mappings
{
    private readonly PipelineContext _context;
    private readonly Lazy<ILookup<string, SimpleNameSyntax>> _sites;
    private readonly Lazy<bool> _hasOwnNames;
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<MappingRules>> _read = new();

    public Mappings(PipelineContext context)
    {
        _context = context;
        _sites = new Lazy<ILookup<string, SimpleNameSyntax>>(FindSites, LazyThreadSafetyMode.ExecutionAndPublication);
        _hasOwnNames = new Lazy<bool>(() => FilesWith(context.Apis.OfRole(ApiRole.MapRule).Where(api => api.Is("op", "names"))).Any(), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>True when the code lets a mapper find members under other names than their own.</summary>
    public bool HasOwnNames => _hasOwnNames.Value;

    /// <summary>The rules of a pair, or of the nearest type the source derives from; none where no declaration is in sight, several where nobody knows which counts.</summary>
    public ImmutableArray<MappingRules> Between(ITypeSymbol source, ITypeSymbol target)
    {
        for (var type = source; type is not null; type = type.BaseType)
        {
            if (Declared(type, target) is { IsEmpty: false } found)
                return found;
        }

        foreach (var contract in source.AllInterfaces)
        {
            if (Declared(contract, target) is { IsEmpty: false } found)
                return found;
        }

        return ImmutableArray<MappingRules>.Empty;
    }

    private ImmutableArray<MappingRules> Declared(ITypeSymbol source, ITypeSymbol target)
    {
        var found = ImmutableArray.CreateBuilder<MappingRules>();
        foreach (var site in _sites.Value[target.Name].Concat(_sites.Value[string.Empty]))
            found.AddRange(_read.GetOrAdd(site, node => Read((SimpleNameSyntax)node)).Where(rules => Same(rules.Source, source) && Same(rules.Target, target)));
        if (found.Count == 0 && target.GetAttributes().Any(attribute => IsPairWith(attribute, source)))
            found.Add(new MappingRules(source, target));
        return found.ToImmutable();
    }

    private bool IsPairWith(AttributeData attribute, ITypeSymbol source) =>
        attribute.ConstructorArguments is [{ Value: ITypeSymbol named }] && Same(named, source) && _context.Apis.FindAll(attribute.AttributeClass).Any(api => api.Role == ApiRole.MapPair);

    private static bool Same(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    // The names of members that declare a pair, by the names of the types beside them; a file that renames types may mean any.
    private ILookup<string, SimpleNameSyntax> FindSites()
    {
        var pairs = _context.Apis.OfRole(ApiRole.MapPair).Where(api => api.Is("op", "pair") && api.SymbolName.Kind == 'M').ToList();
        var names = new HashSet<string>(pairs.Select(api => api.SymbolName.Member));
        var found = new List<(string Type, SimpleNameSyntax Name)>();
        foreach (var file in FilesWith(pairs))
        {
            var hasAliases = file.Unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any(directive => directive.Alias is not null);
            foreach (var name in file.Unit.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => names.Contains(name.Identifier.ValueText)))
            {
                foreach (var type in hasAliases ? [string.Empty] : TypesBeside(name))
                    found.Add((type, name));
            }
        }

        return found.ToLookup(site => site.Type, site => site.Name);
    }

    private IEnumerable<FileSketch> FilesWith(IEnumerable<ApiModel> apis)
    {
        var hashes = apis.Select(api => WordHash.Of(api.SymbolName.Member)).Distinct().ToList();
        return hashes.Count == 0 ? [] : _context.Compilation.SyntaxTrees.Select(_context.Sketches.Of).Where(file => hashes.Any(file.Words.Contains));
    }

    // CreateMap<Order, OrderFact>(), TypeAdapterConfig<Order, OrderFact>.NewConfig(), CreateMap(typeof(Order), typeof(OrderFact))
    private static IEnumerable<string> TypesBeside(SimpleNameSyntax name)
    {
        var access = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : null;
        var call = (access ?? (SyntaxNode)name).Parent as InvocationExpressionSyntax;
        return name.DescendantNodes()
            .Concat(access?.Expression is GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax } ? access.Expression.DescendantNodes() : [])
            .Concat(call?.ArgumentList.Arguments.Where(argument => argument.Expression is TypeOfExpressionSyntax).SelectMany(argument => argument.DescendantNodes()) ?? [])
            .OfType<SimpleNameSyntax>()
            .Select(type => type.Identifier.ValueText)
            .Distinct();
    }

    private ImmutableArray<MappingRules> Read(SimpleNameSyntax name)
    {
        var call = (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent) as InvocationExpressionSyntax;
        var model = _context.ModelFor(name.SyntaxTree);
        if (call is null
            || model.GetOperation(call) is not IInvocationOperation pair
            || _context.Apis.FindAll(pair.TargetMethod).FirstOrDefault(api => api.Role == ApiRole.MapPair) is not { } api
            || model.GetEnclosingSymbol(call.SpanStart) is not { } user)
            return ImmutableArray<MappingRules>.Empty;

        IOperation body = pair;
        while (body.Parent is { } parent)
            body = parent;
        var method = user as IMethodSymbol ?? pair.TargetMethod;
        var named = new Call(pair, api, new Frame(method, body));
        return TypesOf(named, pair) is var (source, target)
            ? new MappingReader(_context.Apis, named.Frame).Read(pair, source, target).ToImmutableArray()
            : ImmutableArray<MappingRules>.Empty;
    }

    private static (ITypeSymbol Source, ITypeSymbol Target)? TypesOf(Call pair, IInvocationOperation call) => (call.TargetMethod.TypeArguments, pair["source"]?.Operation, pair["target"]?.Operation, call.TargetMethod.ContainingType.TypeArguments) switch
    {
        ([var source, var target], _, _, _) => (source, target),
        (_, ITypeOfOperation { TypeOperand: var source }, ITypeOfOperation { TypeOperand: var target }, _) => (source, target),
        (_, null, null, [var source, var target]) => (source, target),
        _ => null,
    };
}
