using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How a date in a path comes out differently from what readers look for.</summary>
internal enum PathDateFlaw
{
    /// <summary>The culture of the machine decides the order, the separators or the names.</summary>
    Culture,

    /// <summary>January is 1 and December 12: names neither sort nor match by prefix.</summary>
    Unpadded,
}

/// <summary>A date in the path of an output.</summary>
/// <param name="Write">What fills the output.</param>
/// <param name="Value">The date, or its part.</param>
/// <param name="Flaw">What is wrong with its form.</param>
internal sealed record PathDate(DataOperation Write, IOperation Value, PathDateFlaw Flaw);

/// <summary>Finds the dates that name partitions and data files in a form that is not the same everywhere. A date of the clock has a rule of its own.</summary>
internal static class PathDates
{
    private const string CultureForms = "dDfFgGmMtTyYU";

    public static IEnumerable<PathDate> DatesInPaths(this Stage stage)
    {
        foreach (var write in stage.Writes)
        {
            if (write is not { Dataset: { Kind: DatasetKind.File or DatasetKind.Blob } target, Around.InHandler: false } || !stage.Moves(write) || !DataFiles.IsDataFile(write) || target.IsHistory() || stage.Context.FilePaths.Of(write.Call) is not { } path)
                continue;
            foreach (var hole in path.Holes)
            {
                if (stage.Context.Clocks.Behind(hole) is null && FlawOf(stage.Context.Values.Resolve(hole).Operation, FormatIn(hole.Operation)) is { } flaw)
                    yield return new PathDate(write, hole.Operation, flaw);
            }
        }
    }

    private static PathDateFlaw? FlawOf(IOperation made, string? format) => made switch
    {
        { Type: var type } when RunWindows.IsPointInTime(type) => FlawOf(format),
        IInvocationOperation { TargetMethod: { Name: "ToShortDateString" or "ToLongDateString" }, Instance.Type: var type } when RunWindows.IsPointInTime(type) => PathDateFlaw.Culture,
        IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: var type, Arguments: var arguments } when RunWindows.IsPointInTime(type) =>
            arguments.Any(argument => argument.Parameter is { Type.Name: "IFormatProvider" }) ? null
            : arguments.FirstOrDefault() is { } form ? form.Value.ConstantValue is { HasValue: true, Value: string written } ? FlawOf(written) : null
            : PathDateFlaw.Culture,
        IPropertyReferenceOperation { Property: { Name: "Month" or "Day" or "Hour" }, Instance.Type: var type } when format is null && RunWindows.IsPointInTime(type) => PathDateFlaw.Unpadded,
        _ => null,
    };

    private static PathDateFlaw? FlawOf(string? format) => format switch
    {
        null or "" => PathDateFlaw.Culture,
        [var standard] => CultureForms.IndexOf(standard) >= 0 ? PathDateFlaw.Culture : null,
        _ when HasBareSlash(format) || format.IndexOf("MMM", StringComparison.Ordinal) >= 0 || format.IndexOf("ddd", StringComparison.Ordinal) >= 0 => PathDateFlaw.Culture,
        _ when IsSingle(format, 'M') || IsSingle(format, 'd') || IsSingle(format, 'H') => PathDateFlaw.Unpadded,
        _ => null,
    };

    // Behind a quote or a backslash it is a letter; else the culture's separator.
    private static bool HasBareSlash(string format) => format.IndexOf('/') is var at and > 0 && format[at - 1] is not ('\'' or '"' or '\\');

    private static bool IsSingle(string format, char part) => format.IndexOf(part) is var at and >= 0 && format.LastIndexOf(part) == at;

    private static string? FormatIn(IOperation hole)
    {
        for (var around = hole; around is not null; around = around.Parent)
        {
            if (around is IInterpolationOperation interpolation)
                return interpolation.FormatString?.ConstantValue is { HasValue: true, Value: string format } ? format : interpolation.FormatString is ILiteralOperation { Syntax: var syntax } ? syntax.ToString() : interpolation.Alignment is null ? null : string.Empty;
            if (around is not IConversionOperation && around != hole)
                break;
        }

        return null;
    }
}
