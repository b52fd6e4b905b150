using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>A path as the code puts it together, with forward slashes; a hole stands as <c>{what holds its value}</c>.</summary>
/// <param name="Text">The path.</param>
/// <param name="Holes">The values in its holes, in order.</param>
internal sealed record FilePath(string Text, ImmutableArray<Value> Holes)
{
    private const char Separator = '/';

    private static readonly HashSet<string> PassingWords = new(StringComparer.Ordinal) { "tmp", "temp", "temporary", "cache", "scratch", "test", "partial", "inprogress" };

    /// <summary>True for a file on its way to another place, as its path says.</summary>
    public bool IsPassing => NameWords.Any(Text, PassingWords);

    /// <summary>What stands in the holes of another path behind this folder; <see langword="null"/> where the other does not lie in it.</summary>
    public ImmutableArray<Value>? Below(FilePath other) =>
        Text.TrimEnd(Separator) is { Length: > 0 } folder && other.Text.Length > folder.Length && other.Text.StartsWith(folder + Separator, StringComparison.Ordinal)
            ? other.Holes.RemoveRange(0, Holes.Length)
            : null;
}

/// <summary>Reads the paths of files and folders, through handles and through calls that combine their parts.</summary>
internal sealed class FilePaths
{
    private const int MostWraps = 8;

    private readonly PipelineContext _context;

    public FilePaths(PipelineContext context) => _context = context;

    /// <summary>The path a call works on; <see langword="null"/> where the code names none.</summary>
    public FilePath? Of(Call call) => NameOf(call, depth: 0) is { } name ? Read(name) : null;

    /// <summary>A path that an expression makes.</summary>
    public FilePath Read(Value path)
    {
        var text = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<Value>();
        Add(path, text, holes, depth: 0);
        return new FilePath(text.ToString(), holes.ToImmutable());
    }

    private Value? NameOf(Call call, int depth)
    {
        if (call["name"] is { } name)
            return name;
        if (depth > MostWraps || (call["to"] ?? call["inner"] ?? call["from"]) is not { } handle)
            return null;
        return _context.Values.MakerOf(handle, ApiRole.Open) is { } maker ? NameOf(maker, depth + 1) : null;
    }

    private void Add(Value path, StringBuilder text, ImmutableArray<Value>.Builder holes, int depth)
    {
        if (PartsOf(_context.Values.Resolve(path)) is { } parts && depth < MostWraps)
        {
            foreach (var part in parts)
            {
                if (text.Length > 0 && text[text.Length - 1] != '/')
                    text.Append('/');
                Add(part, text, holes, depth + 1);
            }

            return;
        }

        var read = HostText.Read(path, _context);
        var hole = 0;
        foreach (var letter in read.Text.Text)
        {
            if (letter != SqlText.HoleMark)
                text.Append(letter == '\\' ? '/' : letter);
            else if (depth < MostWraps && PartsOf(_context.Values.Resolve(read.Holes[hole])) is not null)
                Add(read.Holes[hole++], text, holes, depth + 1);
            else
                AddHole(read.Holes[hole++], text, holes);
        }
    }

    private void AddHole(Value value, StringBuilder text, ImmutableArray<Value>.Builder holes)
    {
        text.Append('{').Append(_context.Values.HolderOf(value)?.ToDisplayString() ?? value.Operation.Syntax.ToString()).Append('}');
        holes.Add(value);
    }

    private static IEnumerable<Value>? PartsOf(Value made) =>
        made.Operation is IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } }, Arguments: var arguments }
            ? arguments.SelectMany(argument => argument.Value is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements.AsEnumerable() : [argument.Value]).Select(made.At)
            : null;
}
