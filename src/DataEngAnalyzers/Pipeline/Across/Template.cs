using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What a part of a template stands for.</summary>
internal enum TemplatePartKind
{
    /// <summary>Itself.</summary>
    Letters,

    /// <summary>What the call passes for the parameter of this number.</summary>
    Argument,

    /// <summary>The name of what the call passes for the method's type parameter of this number.</summary>
    MethodType,

    /// <summary>The name of what the type of the called object has for its type parameter of this number.</summary>
    OwnerType,

    /// <summary>Something only known at run time, as the source writes it.</summary>
    Unknown,
}

/// <summary>One part of a template.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">Letters, the number of a parameter, or the expression that nobody knows the value of.</param>
internal readonly record struct TemplatePart(TemplatePartKind Kind, string Text)
{
    /// <summary>The number of the parameter.</summary>
    public int Number => int.Parse(Text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>A text that a method puts together, as far as its own project tells: its caller fills in what depends on the call.</summary>
internal sealed class Template
{
    public Template(ImmutableArray<TemplatePart> parts) => Parts = parts;

    public ImmutableArray<TemplatePart> Parts { get; }

    /// <summary>The letters of a text without holes.</summary>
    public string Letters => string.Concat(Parts.Where(part => part.Kind == TemplatePartKind.Letters).Select(part => part.Text));

    public static Template Of(string letters) => new(letters.Length == 0 ? ImmutableArray<TemplatePart>.Empty : ImmutableArray.Create(new TemplatePart(TemplatePartKind.Letters, letters)));

    /// <summary>The text that a body runs.</summary>
    public static Template Of(HostText text, Signature signature)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var letters = text.Text.Text.Split(SqlText.HoleMark);
        for (var i = 0; i < letters.Length; i++)
        {
            if (i > 0)
                parts.Add(i <= text.Holes.Length ? signature.PartFor(text.Holes[i - 1], text.Text.Holes[i - 1].Name) : new TemplatePart(TemplatePartKind.Letters, SqlText.HoleMark.ToString()));
            if (letters[i].Length > 0)
                parts.Add(new TemplatePart(TemplatePartKind.Letters, letters[i]));
        }

        return new Template(parts.ToImmutable());
    }

    /// <summary>The name of a dataset. The holes it knows the values of are its last ones.</summary>
    public static Template Of(Dataset dataset, Signature signature)
    {
        if (!dataset.HasHole)
            return Of(dataset.Name);

        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var pieces = dataset.Name.Split('{', '}');
        var unnamed = (pieces.Length / 2) - dataset.Holes.Length;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0 && pieces[i].Length > 0)
                parts.Add(new TemplatePart(TemplatePartKind.Letters, pieces[i]));
            else if (i % 2 == 1)
                parts.Add((i / 2) - unnamed is var hole and >= 0 && hole < dataset.Holes.Length ? signature.PartFor(dataset.Holes[hole], pieces[i]) : new TemplatePart(TemplatePartKind.Unknown, pieces[i]));
        }

        return new Template(parts.ToImmutable());
    }

    /// <summary>The text that a call makes of it.</summary>
    public TextRun In(Call call, PipelineContext context)
    {
        var run = TextRun.Empty;
        foreach (var part in Parts)
            run = run.Add(Fill(part, call, context));
        return run;
    }

    private static TextRun Fill(TemplatePart part, Call call, PipelineContext context) => part.Kind switch
    {
        TemplatePartKind.Letters => TextRun.Of(part.Text),
        TemplatePartKind.Argument when call.Argument(part.Number) is { } argument => TextReading.Of(argument, context),
        TemplatePartKind.MethodType or TemplatePartKind.OwnerType when TypeOf(part, call) is { } type and not ITypeParameterSymbol => TextRun.Of(type.Name),
        _ => TextRun.Of(new TextHole(new Value(call.Operation, call.Frame), part.Kind == TemplatePartKind.Unknown ? part.Text : null)),
    };

    /// <summary>The type that the call has for a type parameter; <see langword="null"/> where it has none.</summary>
    public static ITypeSymbol? TypeOf(TemplatePart part, Call call)
    {
        if (call.Operation is not IInvocationOperation { TargetMethod: var method })
            return null;
        var types = part.Kind == TemplatePartKind.MethodType ? method.TypeArguments : method.ContainingType.TypeArguments;
        return part.Number < types.Length ? call.Frame.Filled(types[part.Number]) : null;
    }
}
