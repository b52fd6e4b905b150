using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Objects that are put into others: what is done to them later is seen there, too.</summary>
internal sealed partial class FlowTracer
{
    // True when nobody knows whether the object is read before or after its part is replaced.
    private bool IsReplacedWhenKept(ISymbol variable, Value use, FlowAim aim)
    {
        if (aim.Path is null || use.Operation.Type is not { IsReferenceType: true } || !IsKept(use))
            return false;

        var later = ChangeIndex.Between(_changes.Of(variable, use.Frame), use.Operation.Syntax.Span.End, use.Frame.Body.Syntax.Span.End).Where(change => change.IsInside).ToList();
        if (later.Any(change => Replaces(change, use.Frame, aim.Path)))
        {
            Gap($"what is done to {variable.Name} after it is kept", use, aim);
            return true;
        }

        foreach (var change in later)
            Apply(change, use.Frame, aim);
        return false;
    }

    private bool IsKept(Value use)
    {
        var outer = use.Operation;
        while (outer.Parent is IConversionOperation or IParenthesizedOperation)
            outer = outer.Parent;

        return outer.Parent switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation or IArrayElementReferenceOperation or IFieldReferenceOperation { Instance: not (null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) }, Value: var value } => value == outer,
            IArgumentOperation { Parent: IInvocationOperation call } => _context.Apis.FindAll(call.TargetMethod).Any(api => api.Role == ApiRole.Collect),
            IArgumentOperation { Parent: IObjectCreationOperation } or IArrayInitializerOperation or ITupleOperation => true,
            { Syntax: CollectionExpressionSyntax } => true,
            _ => false,
        };
    }
}
