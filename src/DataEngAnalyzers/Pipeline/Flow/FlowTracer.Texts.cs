using System.Collections.Generic;
using System.Linq;
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
        if (aim.Path is not { Head: { Kind: FlowStepKind.Index, Position: var position } })
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

    private static IEnumerable<(string? Letters, IOperation? Hole)> PiecesOf(IOperation text)
    {
        var parts = text is IInterpolatedStringOperation interpolated ? interpolated.Parts.Cast<IOperation>() : PartsOf(text);
        foreach (var part in parts)
        {
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string letters } })
                yield return (letters, null);
            else if (part.ConstantValue is { HasValue: true, Value: string constant })
                yield return (constant, null);
            else
                yield return (null, part is IInterpolationOperation { Expression: var expression } ? expression : part);
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
