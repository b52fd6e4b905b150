using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>The connection or context that begins the transaction.</summary>
/// <param name="Name">Its variable.</param>
/// <param name="Type">Its type.</param>
/// <param name="Factory">The expression that has <c>BeginTransaction</c>.</param>
/// <param name="FactoryType">The type of that expression.</param>
/// <param name="NeedsOpening">Nobody has opened the connection.</param>
internal sealed record RefreshSession(string Name, ITypeSymbol Type, string Factory, ITypeSymbol FactoryType, bool NeedsOpening)
{
    private const string Begins = "BeginTransaction";

    public static RefreshSession? Find(string name, StatementSyntax place, FixScene scene)
    {
        var holder = scene.Model.LookupSymbols(place.SpanStart, name: name).FirstOrDefault();
        if (TypeOf(holder) is not { } type)
            return null;
        if (scene.Model.LookupSymbols(place.SpanStart, type, Begins).Any())
            return new RefreshSession(name, type, name, type, holder is ILocalSymbol && !IsOpened(name, place));
        return scene.Model.LookupSymbols(place.SpanStart, type, "Database").OfType<IPropertySymbol>().FirstOrDefault() is { Type: var facade }
            ? new RefreshSession(name, type, name + ".Database", facade, NeedsOpening: false)
            : null;
    }

    /// <summary>The line that begins; async only where the awaited transaction has the type that commands take.</summary>
    public (string Code, bool IsAsync) Begin(string transaction, StatementSyntax place, FixScene scene)
    {
        var position = place.SpanStart;
        var plain = scene.Model.LookupSymbols(position, FactoryType, Begins, includeReducedExtensionMethods: true).OfType<IMethodSymbol>().First().ReturnType;
        var awaited = scene.Model.LookupSymbols(position, FactoryType, Begins + "Async", includeReducedExtensionMethods: true).OfType<IMethodSymbol>().Select(method => method.ReturnType).OfType<INamedTypeSymbol>();
        var isAsync = Surrounding.IsAsync(place) && awaited.Any(task => task.TypeArguments is [var result] && SymbolEqualityComparer.Default.Equals(result, plain));
        var open = NeedsOpening ? Surrounding.Call(Name, Type, "Open", place, scene) + ";" + scene.NewLine + scene.IndentationAt(position) : string.Empty;
        return isAsync
            ? ($"{open}await using var {transaction} = await {Factory}.{Begins}Async({Surrounding.Token(scene, position)});", true)
            : ($"{open}using var {transaction} = {Factory}.{Begins}();", false);
    }

    /// <summary>The changes that put everything in the region that works on the connection into the transaction; <see langword="null"/> where something cannot be.</summary>
    public ImmutableArray<TextChange>? Enlist(RefreshRegion region, string transaction, FixScene scene)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        if (Factory != Name)
            return changes.ToImmutable();

        foreach (var use in region.All.SelectMany(statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == Name))
        {
            if (UserOf(use) is not { } user || Enlisting.Into(user, transaction, scene) is not { } enlisted)
                return null;
            changes.AddRange(enlisted);
        }

        return changes.Count == 0 || region.All.SelectMany(statement => statement.DescendantNodes()).OfType<InvocationExpressionSyntax>().Any(call => RunsForeignCommand(call, region, scene)) ? null : changes.ToImmutable();
    }

    // A command made elsewhere, which the region's edits do not reach.
    private bool RunsForeignCommand(InvocationExpressionSyntax call, RefreshRegion region, FixScene scene) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver, Name.Identifier.ValueText: var method }
        && receiver.Identifier.ValueText != Name
        && (method.StartsWith("Execute", StringComparison.Ordinal) || method.StartsWith("WriteToServer", StringComparison.Ordinal))
        && (scene.Model.GetSymbolInfo(receiver, scene.Cancellation).Symbol is not ILocalSymbol { Locations: [var declared] } || declared.SourceSpan.Start < region.First.SpanStart);

    // connection.Execute(…), connection.CreateCommand(), new SqlCommand(…, connection): what takes part in the transaction.
    private static ExpressionSyntax? UserOf(IdentifierNameSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == use => call,
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } => creation,
        _ => null,
    };

    private static bool IsOpened(string name, StatementSyntax place) => place.Ancestors().Any(ancestor => ancestor.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.Name.Identifier.ValueText is "Open" or "OpenAsync" && access.Expression is IdentifierNameSyntax opened && opened.Identifier.ValueText == name));

    private static ITypeSymbol? TypeOf(ISymbol? holder) => holder switch
    {
        ILocalSymbol { Type: var type } => type,
        IParameterSymbol { Type: var type } => type,
        IFieldSymbol { Type: var type } => type,
        IPropertySymbol { Type: var type } => type,
        _ => null,
    };
}
