using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where the rows that an operation changes come from, as far as its call and its loops say.</summary>
internal static class WrittenRows
{
    /// <summary>What is handed over, and what the loops go over that hand it over row by row.</summary>
    public static IEnumerable<Value> Of(DataOperation write)
    {
        var passed = write.Call["rows"] is { } rows ? [rows] : Arguments.Of(write.Call.Operation).Select(argument => new Value(argument.Value, write.Call.Frame));
        return passed.Concat(LoopsOver(write).Select(loop => loop.Sequence).OfType<Value>());
    }

    /// <summary>The loops around an operation that go over data, innermost first.</summary>
    public static IEnumerable<Loop> LoopsOver(DataOperation write)
    {
        for (var loop = write.Around.Loop; loop is not null; loop = loop.Outer)
        {
            if (loop.Over is LoopOver.Rows or LoopOver.Batches)
                yield return loop;
        }
    }
}
