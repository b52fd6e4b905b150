using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Rows that are chosen by a date which was typed into the code.</summary>
/// <param name="Operation">What takes the rows.</param>
/// <param name="Dataset">Whose rows.</param>
/// <param name="Date">The date as it is written.</param>
/// <param name="Where">The literal or the comparison.</param>
internal sealed record FixedWindow(DataOperation Operation, Dataset? Dataset, string Date, Location Where);

/// <summary>
/// Finds windows whose bound is a literal date. Dates that mean always, never or since the beginning are no window, and a constant that says
/// so by its name is none either.
/// </summary>
internal static class FixedWindows
{
    private static readonly int[] OpenYears = [1, 1601, 1753, 1900, 1970, 2000, 2099, 2100, 2999, 9999];

    private static readonly HashSet<string> OpenWords = new(StringComparer.Ordinal)
    {
        "epoch", "min", "minimum", "max", "maximum", "default", "beginning", "origin", "earliest", "never", "sentinel", "golive", "inception", "initial",
    };

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy/MM/dd",
    ];

    public static IEnumerable<FixedWindow> WindowsOfLiterals(this Stage stage)
    {
        foreach (var operation in stage.Operations)
        {
            if (operation.Action is not (DataAction.Read or DataAction.Write or DataAction.Delete) || !stage.Moves(operation) || operation.Around.InHandler)
                continue;
            foreach (var filter in stage.FiltersOf(operation))
            {
                if (filter.Operator is not ("=" or ">" or ">=" or "between" or "<" or "<=") || DateIn(stage, operation, filter) is not var (date, where))
                    continue;
                yield return new FixedWindow(operation, operation.SourceOfRows(), date, where);
                break;
            }
        }
    }

    private static (string Date, Location Where)? DateIn(Stage stage, DataOperation operation, RowFilter filter)
    {
        if (filter.Predicate is { OperandKind: SqlOperandKind.Literal, OperandSpan: var span } && operation.Text is { } text)
            return DateIn(text.Text.Text.Substring(span.Start, span.Length)) is { } inText ? (inText, filter.Where) : null;
        foreach (var bound in filter.Bounds)
        {
            if (!stage.Context.Values.Reaches(bound, IsNamedAsOpen) && DateOf(stage.Context.Values.Resolve(bound), stage.Context) is var (date, where))
                return (date, where);
        }

        return null;
    }

    // BETWEEN '2024-01-01' AND '2024-01-31', DATE '2024-01-01'
    private static string? DateIn(string operand)
    {
        var parts = operand.Split('\'');
        for (var at = 1; at < parts.Length; at += 2)
        {
            if (IsWindow(parts[at]))
                return parts[at];
        }

        return null;
    }

    private static (string Date, Location Where)? DateOf(Value made, PipelineContext context)
    {
        var arguments = made.Operation switch
        {
            IObjectCreationOperation { Type: var type } creation when RunWindows.IsPointInTime(type) => creation.Arguments,
            IInvocationOperation { TargetMethod: { } method } call when context.Apis.FindAll(method).Any(api => api.Role == ApiRole.Parse && api.Is("kind", "date")) => call.Arguments,
            _ => default,
        };
        if (made.Operation.ConstantValue is { HasValue: true, Value: string text })
            return IsWindow(text) ? (text, made.Operation.Syntax.GetLocation()) : null;
        if (arguments.IsDefaultOrEmpty)
            return null;
        if (arguments[0].Value.ConstantValue is { HasValue: true, Value: string parsed })
            return IsWindow(parsed) ? (parsed, made.Operation.Syntax.GetLocation()) : null;

        var numbers = arguments.Take(3).Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: int number } ? number : -1).ToArray();
        return numbers is [var year, > 0 and <= 12, > 0 and <= 31] && year > 0 && Array.IndexOf(OpenYears, year) < 0
            ? ($"{year:0000}-{numbers[1]:00}-{numbers[2]:00}", made.Operation.Syntax.GetLocation())
            : null;
    }

    private static bool IsWindow(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) && Array.IndexOf(OpenYears, date.Year) < 0;

    private static bool IsNamedAsOpen(IOperation bound) => bound switch
    {
        IMemberReferenceOperation { Member.Name: var name } => NameWords.Any(name, OpenWords),
        ILocalReferenceOperation { Local.Name: var name } => NameWords.Any(name, OpenWords),
        _ => false,
    };
}
