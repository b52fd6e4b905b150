using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Fields of files, documents and messages.</summary>
internal static class FileTargets
{
    private const int MostFields = 64;

    public static void Follow(FlowTarget target)
    {
        if (target.Write.Call["rows"] is not { } rows)
            return;
        if (target.Write.Api["name"] is not null && target.Write.Api["format"] is null && target.Write.Sink == Sink.File)
            FollowCopy(target, rows);
        else if (target.Write.Sink == Sink.Message)
            FollowMessage(target, rows);
        else
            FollowRows(target, rows, target.Write.Api["format"] ?? target.Write.Api["sink"]);
    }

    // A file that is copied or moved keeps its columns.
    private static void FollowCopy(FlowTarget target, Value source)
    {
        if (target.Context.Datasets.Handle(source, depth: 0) is { } file)
            target.Column(null, aim => aim.Found(FlowOriginKind.Column, source.Operation, file));
        else
            target.Gap("which file is copied");
    }

    // A text that a serializer makes has the members of what it is given.
    private static void FollowRows(FlowTarget target, Value rows, string? format)
    {
        if (EncodedIn(target, rows) is { } encoded && encoded["from"] is { } inner)
        {
            FollowRows(target, inner, encoded.Api["format"]);
            return;
        }

        var type = rows.Frame.Filled(rows.Unconverted.Operation.Type ?? rows.Frame.Method.ReturnType);
        var element = RowTypes.IsSequence(type) ? RowTypes.ElementOf(type) : null;
        var part = element is null ? null : new FlowPath(FlowStep.Element, null);
        var row = rows.Frame.Filled(element ?? type);
        if (row.SpecialType == SpecialType.System_String)
        {
            FollowText(target, rows, part);
            return;
        }

        var members = RowFields.Of(row).ToList();
        if (members.Count == 0 || !RowTypes.IsRow(row))
            target.Column(null, aim => target.Tracer.Trace(rows, aim.Inside(part)));
        else
            foreach (var member in members)
                target.Column(FieldNames.OfMember(member, format, target.Context), aim => target.Tracer.TraceMember(rows, part, member, aim));
    }

    private static Call? EncodedIn(FlowTarget target, Value text) =>
        target.Context.Values.MakerOf(text, ApiRole.Sequence) is { } maker && maker.Api.Is("op", "encode") ? maker : null;

    // Fields of a line, by the delimiter that the code writes between them; a text without one is one column.
    private static void FollowText(FlowTarget target, Value lines, FlowPath? part)
    {
        var isLine = target.Write.Api["per"] is not "row" || target.Write.Api["ends"] is "line";
        for (var position = 0; position < (isLine ? MostFields : 0); position++)
        {
            var findings = target.Column($"[{position}]", aim => target.Tracer.Trace(lines, aim.Inside(FlowStep.FieldAt(position)).Inside(part)));
            if (!findings.Gaps.IsEmpty || findings.Origins.IsEmpty)
            {
                target.Drop();
                if (position > 0)
                    return;
                break;
            }
        }

        target.Column(null, aim => target.Tracer.Trace(lines, aim.Inside(part)));
    }

    private static void FollowMessage(FlowTarget target, Value message)
    {
        var type = message.Unconverted.Operation.Type;
        if (DapperNames.Member(type, "Value") is not IPropertySymbol value)
        {
            FollowRows(target, message, "json");
            return;
        }

        if (DapperNames.Member(type, "Key") is IPropertySymbol key && target.Column("key", aim => target.Tracer.TraceMember(message, null, key, aim)).IsUnset)
            target.Drop();
        if (SetIn(target, message, value) is { } body && EncodedIn(target, body) is not null)
            FollowRows(target, body, "json");
        else
            target.Column("value", aim => target.Tracer.TraceMember(message, null, value, aim));
    }

    private static Value? SetIn(FlowTarget target, Value message, ISymbol member)
    {
        var made = target.Context.Values.Resolve(message);
        return made.Operation is IObjectCreationOperation { Initializer.Initializers: var initializers }
            ? initializers.OfType<ISimpleAssignmentOperation>().Where(set => set.Target is IPropertyReferenceOperation { Property: var property } && SymbolEqualityComparer.Default.Equals(property, member)).Select(set => (Value?)made.At(set.Value)).FirstOrDefault()
            : null;
    }
}
