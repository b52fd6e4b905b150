using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The changes of variables, in the order of the source; each body is read once a variable.</summary>
internal sealed class ChangeIndex
{
    private readonly ApiCatalog _apis;
    private readonly Dictionary<(Frame, ISymbol), Change[]> _byVariable = new();
    private readonly Dictionary<Frame, OtherNames> _names = new();

    public ChangeIndex(ApiCatalog apis) => _apis = apis;

    /// <summary>The changes of a variable, also by another name of what it holds; for a field of the object, calls of the object's own methods count, which may set it.</summary>
    public Change[] Of(ISymbol variable, Frame frame)
    {
        if (!_byVariable.TryGetValue((frame, variable), out var found))
        {
            var changes = frame.MentionsOf(variable).Select(mention => Change.Of(mention, _apis));
            if (variable is IFieldSymbol { IsStatic: false } field)
                changes = changes.Concat(frame.Body.DescendantsAndSelf().Where(IsOwnCall).Select(call => new Change(ChangeKind.Handed, null, call) { Mention = call, Kept = field }));
            foreach (var (name, isSure) in NamesOf(frame).Of(variable))
                changes = changes.Concat(frame.MentionsOf(name).Select(mention => Change.Of(mention, _apis)).Where(change => change is { IsInside: true }).Select(change => change! with { IsOfAnother = !isSure }));
            var tree = frame.Body.Syntax.SyntaxTree;
            _byVariable.Add((frame, variable), found = changes.OfType<Change>().Where(change => change.Mention.Syntax.SyntaxTree == tree).OrderBy(change => change.Start).ToArray());
        }

        return found;
    }

    /// <summary>Those that begin in a part of the source, last first.</summary>
    public static IEnumerable<Change> Between(Change[] changes, int start, int end)
    {
        for (var at = FirstFrom(changes, end) - 1; at >= 0 && changes[at].Start >= start; at--)
            yield return changes[at];
    }

    /// <summary>True when there is one.</summary>
    public static bool HasBetween(Change[] changes, int start, int end) => FirstFrom(changes, end) is var after and > 0 && changes[after - 1].Start >= start;

    private OtherNames NamesOf(Frame frame)
    {
        if (!_names.TryGetValue(frame, out var names))
            _names.Add(frame, names = new OtherNames(frame.Body));
        return names;
    }

    private static bool IsOwnCall(IOperation part) => part is IInvocationOperation { Instance: IInstanceReferenceOperation };

    private static int FirstFrom(Change[] changes, int position)
    {
        int low = 0, high = changes.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (changes[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
