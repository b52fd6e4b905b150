using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Which type a service container is told to make for a contract: <c>AddScoped&lt;IOrders, Orders&gt;()</c>.</summary>
internal sealed class Registrations
{
    private static readonly string[] Methods =
    [
        "AddScoped", "AddTransient", "AddSingleton", "TryAddScoped", "TryAddTransient", "TryAddSingleton", "AddKeyedScoped", "AddKeyedTransient", "AddKeyedSingleton", "AddHttpClient",
    ];

    private readonly Lazy<Dictionary<string, HashSet<string>>> _made;

    public Registrations(PipelineContext context) =>
        _made = new Lazy<Dictionary<string, HashSet<string>>>(() => Find(context), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The names of the types made for a contract; empty when nothing is registered.</summary>
    public IReadOnlyCollection<string> Of(string contract) => _made.Value.TryGetValue(contract, out var types) ? types : [];

    private static Dictionary<string, HashSet<string>> Find(PipelineContext context)
    {
        var made = new Dictionary<string, HashSet<string>>();
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var file = context.Sketches.Of(tree);
            if (!Methods.Any(method => file.Words.Contains(WordHash.Of(method))))
                continue;
            foreach (var call in file.Unit.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (PairOf(call) is not var (contract, type))
                    continue;
                if (!made.TryGetValue(contract, out var types))
                    made.Add(contract, types = new HashSet<string>());
                types.Add(type);
            }
        }

        return made;
    }

    private static (string Contract, string Type)? PairOf(InvocationExpressionSyntax call)
    {
        if (KnownCalls.NameIn(call) is not { } name || Array.IndexOf(Methods, name.Identifier.ValueText) < 0)
            return null;
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: [var contract, var type] })
            return Pair(contract, type);

        var listed = call.ArgumentList.Arguments;
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: [var made] })
            return listed is [.., { Expression: LambdaExpressionSyntax { Body: ObjectCreationExpressionSyntax { Type: var created } } }] ? Pair(made, created) : null;

        // Between the two may stand a key.
        var types = listed.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().ToList();
        return types is [var one, var other] ? Pair(one.Type, other.Type) : null;
    }

    private static (string Contract, string Type)? Pair(TypeSyntax contract, TypeSyntax type) =>
        NameOf(contract) is { } from && NameOf(type) is { } to ? (from, to) : null;

    private static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax { Right.Identifier.ValueText: var last } => last,
        _ => null,
    };
}
