using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// A string expression read as text with holes: literals of every form, concatenation, interpolation, constants and locals.
/// What is not constant becomes a hole. Every character of a literal knows its place in the source.
/// </summary>
internal sealed class HostText
{
    private readonly ImmutableArray<Segment> _segments;

    private HostText(SqlText text, ImmutableArray<Value> holes, ImmutableArray<Segment> segments)
    {
        Text = text;
        Holes = holes;
        _segments = segments;
    }

    public SqlText Text { get; }

    /// <summary>What stands in the holes, in order.</summary>
    public ImmutableArray<Value> Holes { get; }

    /// <summary>What stands in the holes of a part of the text.</summary>
    public ImmutableArray<Value> HolesIn(SqlSpan span) =>
        Holes.Where((_, index) => Text.Holes[index].Position >= span.Start && Text.Holes[index].Position < span.End).ToImmutableArray();

    /// <summary>True when there is no hole.</summary>
    public bool IsConstant => Text.Holes.IsEmpty;

    /// <summary>The text with holes written as <c>{expression}</c>, for messages and names.</summary>
    public string Display => Fill(Text.Text, 0);

    /// <summary>A name in the text, its quotes removed and its holes written as <c>{expression}</c>.</summary>
    public string DisplayOf(SqlName name) => Fill(name.Text, Text.Holes.Count(hole => hole.Position < name.Span.Start));

    /// <summary>The literals the text is made of, in order.</summary>
    public IEnumerable<SyntaxToken> Literals => _segments.Select(segment => segment.Token);

    /// <summary>The source of a part of the text, when it lies inside one literal.</summary>
    public Location? Locate(SqlSpan span)
    {
        foreach (var segment in _segments)
        {
            if (span.Start < segment.Start || span.Start + span.Length > segment.Start + segment.Length)
                continue;
            if (LiteralMap.Of(segment.Token) is not { } map || segment.Token.SyntaxTree is not { } tree)
                return null;

            var start = map[span.Start - segment.Start];
            var end = span.Length == 0 ? start : map[span.Start + span.Length - segment.Start];
            return Location.Create(tree, TextSpan.FromBounds(start, end));
        }

        return null;
    }

    /// <summary>The source of a part of the text, one place a literal, in order; <see langword="null"/> when some of it stands in no literal.</summary>
    public IReadOnlyList<Location>? Pieces(SqlSpan span)
    {
        if (Locate(span) is { } whole)
            return [whole];

        var pieces = new List<Location>();
        var covered = 0;
        foreach (var segment in _segments)
        {
            var start = System.Math.Max(span.Start, segment.Start);
            var end = System.Math.Min(span.End, segment.Start + segment.Length);
            if (start >= end)
                continue;
            if (Locate(SqlSpan.FromBounds(start, end)) is not { } piece)
                return null;
            pieces.Add(piece);
            covered += end - start;
        }

        return covered == span.Length && covered > 0 ? pieces : null;
    }

    /// <summary>Reads a value as text; a value that is not a string at all, or holds no literal, is one hole.</summary>
    public static HostText Read(Value value, Values values)
    {
        var reader = new Reader(values);
        reader.Append(value, depth: 0);
        return reader.ToText();
    }

    private string Fill(string text, int hole)
    {
        if (text.IndexOf(SqlText.HoleMark) < 0)
            return text;

        var display = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter == SqlText.HoleMark && hole < Text.Holes.Length)
                display.Append('{').Append(Text.Holes[hole++].Name ?? "?").Append('}');
            else
                display.Append(letter);
        }

        return display.ToString();
    }

    private readonly record struct Segment(int Start, int Length, SyntaxToken Token);

    private sealed class Reader
    {
        private const int MostDepth = 24;
        private const int MostCharacters = 1 << 20;

        private readonly Values _values;
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<SqlHole>.Builder _holes = ImmutableArray.CreateBuilder<SqlHole>();
        private readonly ImmutableArray<Value>.Builder _inHoles = ImmutableArray.CreateBuilder<Value>();
        private readonly ImmutableArray<Segment>.Builder _segments = ImmutableArray.CreateBuilder<Segment>();

        public Reader(Values values) => _values = values;

        public HostText ToText() => new(new SqlText(_text.ToString(), _holes.ToImmutable()), _inHoles.ToImmutable(), _segments.ToImmutable());

        public void Append(Value value, int depth)
        {
            var operation = value.Operation;
            if (depth > MostDepth || _text.Length > MostCharacters)
            {
                AppendHole(value);
                return;
            }

            switch (operation)
            {
                case IConversionOperation { Operand: var operand }:
                    Append(value.At(operand), depth + 1);
                    return;
                case IParenthesizedOperation { Operand: var operand }:
                    Append(value.At(operand), depth + 1);
                    return;
                case ILiteralOperation { ConstantValue: { HasValue: true, Value: string literal } } when operation.Syntax is LiteralExpressionSyntax { Token: var token }:
                    AppendLiteral(literal, token);
                    return;
                case IBinaryOperation sum when IsConcatenation(sum):
                    foreach (var operand in Operands(sum))
                        Append(value.At(operand), depth + 1);
                    return;
                case IInterpolatedStringOperation interpolated:
                    foreach (var part in interpolated.Parts)
                        AppendPart(value.At(part), depth + 1);
                    return;
                case ILocalReferenceOperation { Local: var local } when Growing(value.Frame.DefinitionsOf(local)):
                    AppendGrown(value, value.Frame.DefinitionsOf(local), depth);
                    return;
            }

            var resolved = ConstantField(operation) is { } field ? value.At(field) : _values.Resolve(value);
            if (resolved.Operation != operation)
                Append(resolved, depth + 1);
            else if (operation.ConstantValue is { HasValue: true, Value: { } constant })
                _text.Append(constant);
            else
                AppendHole(value);
        }

        private static bool IsConcatenation(IOperation operation) =>
            operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

        // a + b + c + … leans to the left, as deep as it is long.
        private static Stack<IOperation> Operands(IBinaryOperation sum)
        {
            var operands = new Stack<IOperation>();
            IOperation left = sum;
            while (IsConcatenation(left))
            {
                operands.Push(((IBinaryOperation)left).RightOperand);
                left = ((IBinaryOperation)left).LeftOperand;
            }

            operands.Push(left);
            return operands;
        }

        // A constant of this compilation is read at its initializer, so that clauses keep their place in the source.
        private static IOperation? ConstantField(IOperation operation) =>
            operation is IFieldReferenceOperation { Field: { HasConstantValue: true, DeclaringSyntaxReferences: [var declaration] } }
                && operation.SemanticModel is { } model
                && declaration.SyntaxTree == model.SyntaxTree
                && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var initializer }
                ? model.GetOperation(initializer)
                : null;

        private static bool Growing(ImmutableArray<Definition> definitions) =>
            definitions.Length > 1 && definitions[0].Kind == DefinitionKind.Assigned && definitions.Skip(1).All(definition => definition.Kind == DefinitionKind.Appended);

        // sql += "…" may run or not: what follows the first text is unknown.
        private void AppendGrown(Value value, ImmutableArray<Definition> definitions, int depth)
        {
            Append(value.At(definitions[0].Value), depth + 1);
            AppendHole(value);
        }

        private void AppendPart(Value part, int depth)
        {
            switch (part.Operation)
            {
                case IInterpolatedStringTextOperation { Text: var text }:
                    if (text.Syntax is InterpolatedStringTextSyntax { TextToken: var token })
                        AppendLiteral(token.ValueText, token);
                    else if (text.ConstantValue is { HasValue: true, Value: string constant })
                        _text.Append(constant);
                    break;
                case IInterpolationOperation { FormatString: null, Alignment: null, Expression: var expression }:
                    Append(part.At(expression), depth);
                    break;
                default:
                    AppendHole(part);
                    break;
            }
        }

        private void AppendLiteral(string value, SyntaxToken token)
        {
            if (value.Length == 0)
                return;
            _segments.Add(new Segment(_text.Length, value.Length, token));
            _text.Append(value);
        }

        private void AppendHole(Value value)
        {
            if (value.Operation is IInterpolationOperation { Expression: var expression })
                value = value.At(expression);
            _holes.Add(new SqlHole(_text.Length, NameOf(value.Operation.Syntax)));
            _inHoles.Add(value);
            _text.Append(SqlText.HoleMark);
        }

        private static string NameOf(SyntaxNode source)
        {
            const int longest = 40;
            var text = source.ToString();
            return text.Length <= longest && text.IndexOf('\n') < 0 ? text : "…";
        }
    }
}
