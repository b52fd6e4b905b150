using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Columns that are written through entities.</summary>
internal static class EntityTargets
{
    /// <summary>Entities that are added: each mapped member that somebody sets.</summary>
    public static void Follow(FlowTarget target)
    {
        if (target.Write.Call["rows"] is not { } rows || target.Context.Datasets.EntityOf(target.Write.Call) is not INamedTypeSymbol entity)
            return;

        var part = IsMany(target.Write.Call, rows) ? new FlowPath(FlowStep.Element, null) : null;
        foreach (var member in RowFields.Of(entity).Where(member => member.SetMethod is not null && RowFields.IsScalar(member.Type)))
        {
            var findings = target.Column(target.Context.Entities.ColumnOf(entity, member.Name), aim => target.Tracer.TraceMember(rows, part, member, aim));
            if (findings.IsUnset)
                target.Drop();
        }
    }

    private static bool IsMany(Call track, Value rows) =>
        track.Operation is IInvocationOperation { Arguments: var arguments } && arguments.FirstOrDefault(argument => argument.Value == rows.Operation)?.Parameter is { Type: var type } && RowTypes.IsSequence(type);

    /// <summary>Members that the stage sets on entities it has read, before it saves them.</summary>
    public static void FollowTracked(FlowTarget target)
    {
        var bodies = target.Stage.Operations.Where(operation => operation.Index < target.Write.Index).SelectMany(operation => FramesAbove(operation.Call.Frame)).Append(target.Write.Call.Frame).Distinct().ToList();
        foreach (var frame in bodies)
        {
            FollowFilled(target, frame);
            foreach (var assignment in frame.Body.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>())
            {
                if (assignment is { Target: IPropertyReferenceOperation { Property: var member, Instance: { } owner and not IInstanceReferenceOperation } }
                    && owner.Type is INamedTypeSymbol entity
                    && target.Context.Catalog.Model.Of(entity) is not null
                    && target.Tracer.IsRead(new Value(owner, frame), entity))
                    target.Column($"{target.Context.Entities.TableOf(entity)}.{target.Context.Entities.ColumnOf(entity, member.Name)}", aim => target.Tracer.Trace(new Value(assignment.Value, frame), aim.Through(member)));
            }
        }
    }

    // mapper.Map(row, entity)
    private static void FollowFilled(FlowTarget target, Frame frame)
    {
        foreach (var call in frame.Body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            foreach (var api in target.Context.Apis.FindAll(call.TargetMethod).Where(api => api.Role == ApiRole.Map))
            {
                var map = new Call(call, api, frame);
                if (map["to"]?.Unconverted is not { Operation.Type: INamedTypeSymbol entity } filled || target.Context.Catalog.Model.Of(entity) is null || !target.Tracer.IsRead(filled, entity))
                    continue;
                foreach (var member in RowFields.Of(entity).Where(member => member.SetMethod is not null && RowFields.IsScalar(member.Type)))
                {
                    var findings = target.Column($"{target.Context.Entities.TableOf(entity)}.{target.Context.Entities.ColumnOf(entity, member.Name)}", aim => target.Tracer.TraceMapped(map, member, aim));
                    if (findings.Origins.IsEmpty && findings.Gaps.IsEmpty)
                        target.Drop();
                }
            }
        }
    }

    private static System.Collections.Generic.IEnumerable<Frame> FramesAbove(Frame frame)
    {
        for (var step = frame; step is not null; step = step.Caller)
            yield return step;
    }

    /// <summary>Members that a query sets in place: <c>SetProperty(sale =&gt; sale.Amount, sale =&gt; sale.Net + sale.Tax)</c>.</summary>
    public static void FollowSetters(FlowTarget target)
    {
        if (target.Write.Call["rows"] is not { } setters || target.Write.Call["from"] is not { } from)
            return;
        foreach (var call in setters.Operation.DescendantsAndSelf().OfType<IInvocationOperation>().Where(call => call.Arguments.Length == 2))
        {
            var value = call.Arguments[1].Value;
            if (call.Arguments[0].DescendantsAndSelf().OfType<IPropertyReferenceOperation>().FirstOrDefault() is not { Property: var member } || member.ContainingType is not { } entity)
                continue;
            target.Column(target.Context.Entities.ColumnOf(entity, member.Name), aim => Set(target, from, setters.At(value), aim));
        }
    }

    // The new value is given, or made of the row that is there.
    private static void Set(FlowTarget target, Value from, Value value, FlowAim aim)
    {
        if (value.Operation.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().FirstOrDefault() is not { } lambda)
        {
            target.Tracer.Trace(value, aim);
            return;
        }

        foreach (var result in Results.Of(new Frame(value.Frame.Method, lambda.Body)))
        {
            var members = result.Operation.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Where(member => member.Instance is IParameterReferenceOperation).ToList();
            var isPlain = members.Count == 1 && members[0] == result.Operation;
            foreach (var member in members)
                target.Tracer.Trace(from, (isPlain ? aim : aim.By(SqlTransformation.Transformation)).Inside(FlowStep.Of(member.Property)).Inside(FlowStep.Element));
            if (members.Count == 0)
                target.Tracer.Trace(value.At(result.Operation), aim);
        }
    }
}
