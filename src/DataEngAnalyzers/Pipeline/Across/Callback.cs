using System.Collections.Generic;
using System.Collections.Immutable;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Stands in for an API where a method runs code that another project brings: a delegate it is given, or an override of a member.</summary>
internal sealed class Callback : ApiModel
{
    private static readonly SymbolName Symbol = SymbolName.TryParse("M:System.Delegate.DynamicInvoke")!;

    private Callback(string runs)
        : base(Symbol, ApiRole.Each, SummaryLibrary.Of(string.Empty), ImmutableArray<KeyValuePair<string, string>>.Empty) => Runs = runs;

    /// <summary>A reference to the parameter that holds the delegate, or the id of the member.</summary>
    public string Runs { get; }

    public static Callback Of(IParameterSymbol body) => new(Signature.ReferenceTo(body));

    public static Callback Of(IMethodSymbol member) => new(member.OriginalDefinition.GetDocumentationCommentId() ?? string.Empty);
}
