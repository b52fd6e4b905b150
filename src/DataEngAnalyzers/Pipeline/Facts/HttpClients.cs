using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A request that changes something, and what shows that it carries rows; nothing for one that serves a user.</summary>
internal sealed record SentRequest(Location Where, string? Why);

/// <summary>An HTTP client that code registers: of a class, under a name, or every one.</summary>
/// <param name="Type">The class that gets it; <see langword="null"/> for a named one.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="IsEvery">The registration sets up every client.</param>
internal sealed record HttpClients(INamedTypeSymbol? Type, string Name, bool IsEvery)
{
    private const string Idempotency = "idempoten";

    /// <summary>The client that a handler is added to; <see langword="null"/> where the code does not tell.</summary>
    public static HttpClients? SetUpBy(Call handler, PipelineContext context)
    {
        for (var step = handler["client"]; step is { } builder;)
        {
            var made = context.Values.Resolve(builder);
            if (made.Operation is IParameterReferenceOperation { Parameter: var parameter })
                return IsDefault(parameter, made, context) ? new HttpClients(null, "every client", IsEvery: true) : null;
            if (made.Operation is not IInvocationOperation call)
                return null;
            if (context.Apis.FindAll(call.TargetMethod).FirstOrDefault(api => api.Role == ApiRole.HttpClient) is { } api)
                return Registered(new Call(call, api, made.Frame));
            step = new Call(call, handler.Api, made.Frame).Receiver;
        }

        return null;
    }

    /// <summary>The requests it sends that change something, in order of place.</summary>
    public IEnumerable<SentRequest> Sends(PipelineContext context)
    {
        var names = context.Apis.OfRole(ApiRole.Send).Select(api => api.SymbolName.Member).ToList();
        foreach (var tree in Type is null ? context.Compilation.SyntaxTrees : Type.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Distinct().Where(context.Compilation.ContainsSyntaxTree))
        {
            var words = context.Sketches.Of(tree).Words;
            if (!names.Any(name => words.Contains(WordHash.Of(name))))
                continue;
            foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (Of(syntax, names, context) is { } sent)
                    yield return sent;
            }
        }
    }

    private static HttpClients? Registered(Call registration) => registration switch
    {
        { Operation: IInvocationOperation { TargetMethod.TypeArguments: [.., INamedTypeSymbol type] } } => new HttpClients(type, type.Name, IsEvery: false),
        _ when registration["name"] is { Operation.ConstantValue: { HasValue: true, Value: string name } } => new HttpClients(null, name, IsEvery: false),
        _ => null,
    };

    // services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler())
    private static bool IsDefault(IParameterSymbol parameter, Value use, PipelineContext context)
    {
        for (var around = use.Operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation call && context.Apis.FindAll(call.TargetMethod).Any(api => api.Role == ApiRole.HttpClient && api["all"] is not null))
                return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction };
        }

        return false;
    }

    private SentRequest? Of(InvocationExpressionSyntax syntax, List<string> names, PipelineContext context)
    {
        if (KnownCalls.NameIn(syntax) is not { Identifier.ValueText: var name } || !names.Contains(name) || context.ModelFor(syntax.SyntaxTree).GetOperation(syntax) is not IInvocationOperation call)
            return null;
        if (context.Apis.FindAll(call.TargetMethod).FirstOrDefault(api => api.Role == ApiRole.Send) is not { } api || KnownCalls.FrameAround(call) is not { } frame)
            return null;

        var send = new Call(call, api, frame);
        return IsOwn(send, context) && Changes(send, context) && !IsRecognised(frame.Method) ? new SentRequest(send.NameLocation, RequestedRows.Why(send, context)) : null;
    }

    private bool IsOwn(Call send, PipelineContext context)
    {
        if (IsEvery)
            return true;
        if (Type is not null)
            return SymbolEqualityComparer.Default.Equals(send.Frame.Method.ContainingType, Type);
        return send.Receiver is { } client && context.Values.MakerOf(client, ApiRole.HttpClient) is { } maker && maker["name"] is { Operation.ConstantValue: { HasValue: true, Value: string made } } && made == Name;
    }

    // client.SendAsync(new HttpRequestMessage(HttpMethod.Post, …))
    private static bool Changes(Call send, PipelineContext context) =>
        send["request"] is not { } request || context.Values.Parts(request).Any(part => context.Apis.FindAll(Values.SymbolOf(part.Operation)).Any(api => api.Role == ApiRole.HttpMethod));

    // A header or a member that lets the other side recognise a request it has had.
    private static bool IsRecognised(IMethodSymbol method) => method.ContainingType.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantTokens().Any(token =>
        token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken && token.ValueText.IndexOf(Idempotency, StringComparison.OrdinalIgnoreCase) >= 0));
}
