using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the constructors and computed members of row types make of what they are given, for the projects that use the types.</summary>
internal static class MemberFlows
{
    /// <summary>The declarations with bodies in types that hold values, by their syntax alone.</summary>
    public static IEnumerable<SyntaxNode> Candidates(PipelineContext context) => context.Compilation.SyntaxTrees
        .Select(context.Sketches.Of)
        .SelectMany(file => file.Types)
        .Select(type => type.Declaration)
        .OfType<TypeDeclarationSyntax>()
        .Where(HoldsValues)
        .SelectMany(type => type.Members)
        .Where(member => member is ConstructorDeclarationSyntax { ParameterList.Parameters.Count: > 0, Initializer: null } or PropertyDeclarationSyntax && IsComputed(member as PropertyDeclarationSyntax));

    private static bool HoldsValues(TypeDeclarationSyntax type) => type is RecordDeclarationSyntax { ParameterList: not null } || type.Members.OfType<PropertyDeclarationSyntax>().Any(property =>
        property.Modifiers.Any(SyntaxKind.PublicKeyword) && property.AccessorList?.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }) == true);

    private static bool IsComputed(PropertyDeclarationSyntax? property) => property is null
        || property.ExpressionBody is not null
        || property.AccessorList is { Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration } getter] } && (getter.Body is not null || getter.ExpressionBody is not null);

    /// <summary>The constructor, or the getter of a property.</summary>
    public static IMethodSymbol? MethodOf(SyntaxNode declaration, PipelineContext context) => context.ModelFor(declaration.SyntaxTree).GetDeclaredSymbol(declaration) switch
    {
        IMethodSymbol { IsStatic: false } constructor => constructor,
        IPropertySymbol { IsStatic: false, GetMethod: { } getter } => getter,
        _ => null,
    };

    /// <summary>What it makes its members, or its result, of.</summary>
    public static ImmutableArray<MemberFlow> Of(IMethodSymbol method, PipelineContext context, CancellationToken cancellation)
    {
        if (context.Bodies.DeclarationOf(method) is not { } declaration || context.Bodies.Of(declaration) is not { } body)
            return ImmutableArray<MemberFlow>.Empty;

        var frame = new Frame(method, body);
        var tracer = new FlowTracer(new Run(frame, Location.None, ImmutableArray<DataOperation>.Empty, ImmutableArray<Transaction>.Empty), context, cancellation) { Summarised = frame };
        var flows = ImmutableArray.CreateBuilder<MemberFlow>();
        if (method.MethodKind == MethodKind.PropertyGet)
        {
            var findings = new FlowFindings();
            foreach (var result in Results.Of(frame))
                tracer.Trace(result, FlowAim.All(findings));
            flows.AddRange(Of(string.Empty, findings, method));
        }
        else
        {
            foreach (var member in RowFields.Of(method.ContainingType))
            {
                var findings = new FlowFindings();
                if (tracer.TraceAssigned(member, frame, FlowAim.All(findings)))
                    flows.AddRange(Of(member.Name, findings, method));
            }
        }

        return flows.ToImmutable();
    }

    private static IEnumerable<MemberFlow> Of(string member, FlowFindings findings, IMethodSymbol method) => findings.Origins
        .Select(origin => Of(member, origin, method))
        .Concat(findings.Gaps.IsEmpty ? [] : new[] { new MemberFlow(member, MemberFlow.Unknown, string.Empty, SqlTransformation.Identity) })
        .Distinct();

    private static MemberFlow Of(string member, FlowOrigin origin, IMethodSymbol method)
    {
        if (MemberFlow.IsWord(MemberFlow.WordOf(origin.Kind)))
            return new MemberFlow(member, MemberFlow.WordOf(origin.Kind), string.Empty, origin.Transformation);

        var name = origin.Kind == FlowOriginKind.Parameter ? origin.Column ?? string.Empty : string.Empty;
        var dot = name.IndexOf('.');
        var first = dot < 0 ? name : name.Substring(0, dot);
        var reference = first == Signature.This ? first : Signature.ReferenceTo(method.Parameters.FirstOrDefault(parameter => parameter.Name == first));
        return reference.Length == 0
            ? new MemberFlow(member, MemberFlow.Unknown, string.Empty, SqlTransformation.Identity)
            : new MemberFlow(member, reference, dot < 0 ? string.Empty : name.Substring(dot + 1), origin.Transformation);
    }
}
