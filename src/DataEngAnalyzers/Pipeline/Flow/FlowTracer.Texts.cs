using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Texts that the code puts together: a line of fields has a delimiter between them.</summary>
internal sealed partial class FlowTracer
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    private void LookAtText(Value value, FlowAim aim)
    {
        if (aim.Path is not { Head: { Kind: FlowStepKind.Field, Position: var position } })
        {
            Compute(value, aim);
            return;
        }

        if (FieldsOf(PiecesOf(value.Operation).ToList()) is not { } fields)
        {
            Gap("which fields the text has", value, aim);
            return;
        }

        if (position >= fields.Count)
            return;
        if (fields[position].Count == 0)
            aim.Found(FlowOriginKind.Constant);
        foreach (var part in fields[position])
            Trace(value, part, fields[position].Count == 1 ? aim.At(null).By(SqlTransformation.Transformation) : aim.Computed);
    }

    // string.Join(";", id, amount)
    private bool LookAtJoined(Value value, IInvocationOperation call, FlowAim aim)
    {
        if (aim.Path is not { Head: { Kind: FlowStepKind.Field, Position: var position } })
            return false;

        foreach (var api in _context.Apis.FindAll(call.TargetMethod))
        {
            var known = new Call(call, api, value.Frame);
            if (api.Role != ApiRole.Text || !api.Is("op", "list") || known["separator"]?.Operation.ConstantValue.Value?.ToString() is not [var separator] || !Delimiters.Contains(separator))
                continue;
            if (call.Arguments[call.Arguments.Length - 1] is not { Parameter.IsParams: true, Value: { IsImplicit: true } listed })
                continue;
            var fields = listed is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements : listed.ChildOperations.ToImmutableArray();
            if (position < fields.Length)
                Trace(value, fields[position], aim.At(null).By(SqlTransformation.Transformation));
            return true;
        }

        return false;
    }

    private static IEnumerable<(string? Letters, IOperation? Hole)> PiecesOf(IOperation text)
    {
        var parts = text is IInterpolatedStringOperation interpolated ? interpolated.Parts.Cast<IOperation>() : PartsOf(text);
        foreach (var part in parts)
        {
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string letters } })
                yield return (letters, null);
            else if ((HoleOf(part) ?? part).ConstantValue is { HasValue: true, Value: string constant })
                yield return (constant, null);
            else
                yield return (null, HoleOf(part) ?? part);
        }
    }

    // Null where several characters could be the delimiter.
    private static List<List<IOperation>>? FieldsOf(IReadOnlyList<(string? Letters, IOperation? Hole)> pieces)
    {
        var used = Delimiters.Where(delimiter => pieces.Any(piece => piece.Letters?.IndexOf(delimiter) >= 0)).ToList();
        if (used.Count != 1)
            return null;

        var fields = new List<List<IOperation>> { new() };
        foreach (var (letters, hole) in pieces)
        {
            if (hole is not null)
                fields[fields.Count - 1].Add(hole);
            else
                fields.AddRange(letters!.Where(letter => letter == used[0]).Select(_ => new List<IOperation>()));
        }

        return fields;
    }
}
