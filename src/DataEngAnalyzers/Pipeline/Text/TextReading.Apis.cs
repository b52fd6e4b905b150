using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <content>Calls that a model row of the role <c>text</c> explains.</content>
internal sealed partial class TextReading
{
    private TextRun? ReadApi(Value value, int depth)
    {
        if (ApiOf(value) is not { } api)
            return null;

        // A chain of calls on a builder leans to the left, as deep as it is long.
        var chain = new Stack<Call>();
        var current = api;
        while (current["to"] is { } builder)
        {
            chain.Push(current);
            if (ApiOf(builder) is not { } inner)
                return Grow(Read(builder, depth), chain, depth);
            current = inner;
        }

        return Grow(Make(current, TextRun.Empty, depth), chain, depth);
    }

    private TextRun Grow(TextRun run, Stack<Call> chain, int depth)
    {
        foreach (var call in chain)
            run = Grow(run, call, depth);
        return run;
    }

    /// <summary>What a builder holds after a call on it.</summary>
    public TextRun Grow(TextRun run, Call call, int depth) =>
        call.Api["from"] == call.Api["to"] ? Make(call, run, depth) : run.Add(Make(call, run, depth));

    /// <summary>The use of a known API that makes text; <see langword="null"/> for any other operation.</summary>
    public Call? ApiOf(Value value)
    {
        foreach (var api in _context.Apis.FindAll(Values.SymbolOf(value.Operation)))
        {
            if (api.Role == ApiRole.Text)
                return new Call(value.Operation, api, value.Frame);
        }

        return null;
    }

    /// <summary>True for a type that puts text together, call by call.</summary>
    public bool IsBuilder(ITypeSymbol? type) => _context.Apis.FindAll(type).Any(api => api.Role == ApiRole.Text);

    private TextRun Make(Call call, TextRun builder, int depth)
    {
        TextRun From() => call.Api["from"] == call.Api["to"] && call.Api["to"] is not null ? builder : call["from"] is { } text ? Read(text, depth) : TextRun.Empty;
        return call.Api["op"] switch
        {
            "same" => From(),
            "empty" => TextRun.Empty,
            "line" => From().Add(TextRun.Of("\n")),
            "concat" => ReadElements(call, TextRun.Empty, depth),
            "list" => call["separator"] is { } separator ? ReadElements(call, Read(separator, depth), depth) : Unknown(call),
            "format" => CompositeFormat.Fill(From(), ElementsOf(call), element => Read(element, depth), Unknown(call)),
            "replace" => Replace(From(), call, depth),
            "trim" => Trim(From(), call, depth),
            "upper" => From().Select(letters => TextRun.Of(letters.With(letters.Value.ToUpperInvariant()))),
            "lower" => From().Select(letters => TextRun.Of(letters.With(letters.Value.ToLowerInvariant()))),
            "cut" => builder.Last is TextHole ? builder : Unknown(call),
            _ => Unknown(call),
        };
    }

    private TextRun ReadElements(Call call, TextRun separator, int depth)
    {
        if (ElementsOf(call) is not { } elements)
            return Unknown(call);

        var run = TextRun.Empty;
        for (var i = 0; i < elements.Count; i++)
            run = (i == 0 ? run : run.Add(separator)).Add(Read(elements[i], depth));
        return run;
    }

    /// <summary>What the variable of a loop holds: in each turn one of the elements that are written out.</summary>
    public TextRun ReadEach(IForEachLoopOperation loop, Value variable, int depth) =>
        SequenceOf(_context.Values.Resolve(variable.At(loop.Collection))) is { } elements
            && elements.Select((element, index) => new TextArm(index, Read(element, depth))).ToImmutableArray() is { IsEmpty: false } turns
            ? TextRun.Choose(new TextChoice(loop, variable, turns) { IsEach = true })
            : TextRun.Hole(variable);

    private TextRun Replace(TextRun run, Call call, int depth)
    {
        if (call["old"] is not { } old || call["new"] is not { } replacement || Read(old, depth).Constant is not { Length: > 0 } searched)
            return Unknown(call);

        var inserted = Read(replacement, depth);
        return run.Select(letters =>
        {
            var result = TextRun.Empty;
            var from = 0;
            for (var at = Next(0); at >= 0; at = Next(from))
            {
                result = result.Add(letters.Slice(from, at - from)).Add(inserted);
                from = at + searched.Length;
            }

            return result.Add(letters.Slice(from, letters.Value.Length - from));
            int Next(int start) => letters.Value.IndexOf(searched, start, System.StringComparison.Ordinal);
        });
    }

    private TextRun Trim(TextRun run, Call call, int depth)
    {
        string? characters = null;
        if (call["characters"] is { } named)
        {
            characters = string.Concat((SequenceOf(named) ?? [named]).Select(one => Read(one, depth).Constant ?? SqlText.HoleMark.ToString()));
            if (characters.IndexOf(SqlText.HoleMark) >= 0)
                return Unknown(call);
        }

        var ends = call.Api["ends"];
        return TextEnds.Trim(run, characters, atStart: ends is not "end", atEnd: ends is not "start") ?? Unknown(call);
    }

    // The arguments that no key of the row names, one after another; null where they come in a sequence that is not written out.
    private static List<Value>? ElementsOf(Call call)
    {
        var arguments = call.Operation is IInvocationOperation invocation ? invocation.Arguments : ImmutableArray<IArgumentOperation>.Empty;
        var elements = new List<Value>();
        foreach (var argument in arguments.OrderBy(argument => argument.Parameter?.Ordinal))
        {
            if (argument.Parameter is not { } parameter || call.Api.Values.Any(key => call.Api.Names(key.Key, parameter.Name)))
                continue;

            var value = new Value(argument.Value, call.Frame);
            if (parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object)
                elements.Add(value);
            else if (SequenceOf(value) is { } sequence)
                elements.AddRange(sequence);
            else
                return null;
        }

        return elements;
    }

    /// <summary>The elements of an array or a collection expression, each written out; the compiler makes one of them of the arguments for "params".</summary>
    public static IEnumerable<Value>? SequenceOf(Value sequence)
    {
        while (sequence.Operation is IConversionOperation { Operand: var operand })
            sequence = sequence.At(operand);
        return sequence.Operation switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements.Select(sequence.At),
            { IsImplicit: true, ChildOperations: var elements } => elements.Select(sequence.At),
            { Syntax: CollectionExpressionSyntax { Elements: var elements }, SemanticModel: { } model } when elements.All(element => element is ExpressionElementSyntax) =>
                elements.Select(element => model.GetOperation(((ExpressionElementSyntax)element).Expression)).OfType<IOperation>().Select(sequence.At),
            _ => null,
        };
    }

    private static TextRun Unknown(Call call) => TextRun.Hole(new Value(call.Operation, call.Frame));
}
