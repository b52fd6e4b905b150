using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes.Reliability;

/// <summary>Lets the broker keep a message until its handler has stored the rows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcknowledgeAfterStoreFix))]
public sealed class AcknowledgeAfterStoreFix() : DataEngFix("DEA1031")
{
    private const string Title = "Acknowledge each message after its rows are stored: what fails is delivered again";

    /// <inheritdoc/>
    protected override IEnumerable<PlannedFix> Plan(Diagnostic diagnostic, FixScene scene)
    {
        foreach (var site in scene.SitesAt(diagnostic))
        {
            if (site.Stage.MessagesForgottenOnDelivery().FirstOrDefault(message => message.Setting == site.Operation) is { } message && Changes(message, scene) is { } changes)
            {
                yield return new PlannedFix(nameof(AcknowledgeAfterStoreFix), Title, changes);
                yield break;
            }
        }
    }

    private static ImmutableArray<TextChange>? Changes(ForgottenMessage message, FixScene scene)
    {
        if (message.Setting.Call.Assigned is { Operation.Syntax: var mode })
            return LockInstead(mode, scene);
        if (message.Setting.Call["on"]?.Operation.Syntax is not LiteralExpressionSyntax on || message.Setting.Call.Receiver?.Operation.Syntax is not ExpressionSyntax channel)
            return null;
        return AckBehind(message.Write, channel, scene) is { } ack ? ImmutableArray.Create(new TextChange(on.Span, "false"), ack) : null;
    }

    // A processor completes the message by itself once its handler is through; a plain receiver does not.
    private static ImmutableArray<TextChange>? LockInstead(SyntaxNode mode, FixScene scene) =>
        mode is MemberAccessExpressionSyntax { Name: var name, Parent: AssignmentExpressionSyntax { Left: var property } }
        && scene.Model.GetSymbolInfo(property, scene.Cancellation).Symbol?.ContainingType.Name.EndsWith("ProcessorOptions", System.StringComparison.Ordinal) == true
            ? ImmutableArray.Create(new TextChange(name.Span, "PeekLock"))
            : null;

    private static TextChange? AckBehind(DataOperation write, ExpressionSyntax channel, FixScene scene)
    {
        if (HandlerOf(write) is not (var delivery, BlockSyntax { Statements: [.., var last] } body)
            || scene.Model.LookupSymbols(last.SpanStart, name: channel.ToString()) is not [ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol]
            || scene.Model.GetTypeInfo(channel, scene.Cancellation).Type is not { } type
            || body.DescendantNodes().Any(node => node is ReturnStatementSyntax)
            || last is TryStatementSyntax)
            return null;

        var isAsync = scene.Model.LookupSymbols(last.SpanStart, type, "BasicAckAsync").Any();
        if (isAsync && !Surrounding.IsAsync(last))
            return null;

        var call = (isAsync ? $"await {channel}.BasicAckAsync(" : $"{channel}.BasicAck(") + $"{delivery}.DeliveryTag, multiple: false);";
        return StatementList.InsertAfter(last, call, scene);
    }

    // The lambda or method that gets sender and delivery.
    private static (string Delivery, BlockSyntax? Body)? HandlerOf(DataOperation write)
    {
        foreach (var handler in write.Delegates().Select(part => part.Syntax))
        {
            if (handler is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [_, var delivery] } lambda && lambda.Parent is AssignmentExpressionSyntax)
                return (delivery.Identifier.ValueText, lambda.Block);
        }

        for (var frame = write.Call.Frame; frame is not null; frame = frame.Caller)
        {
            if (frame is { Handed: not null, Body.Syntax: BlockSyntax { Parent: MethodDeclarationSyntax { ParameterList.Parameters: [_, var delivery] } } body })
                return (delivery.Identifier.ValueText, body);
        }

        return null;
    }
}
