using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Says whether a <c>catch</c> asks for the error of a key that is there already. Whichever way it decides, who asks knows that the
/// target rejects such rows.
/// </summary>
internal sealed class DuplicateErrors
{
    private static readonly string[] Keys = ["duplicate", "primary", "index"];

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "duplicate", "unique", "uniqueness" };

    private readonly PipelineContext _context;

    public DuplicateErrors(PipelineContext context) => _context = context;

    public bool AreKnownTo(ICatchClauseOperation clause, Frame frame)
    {
        if (NameWords.Any(clause.ExceptionType.Name, Words))
            return true;

        var codes = new HashSet<string>(StringComparer.Ordinal);
        var constants = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in PartsOf(clause, frame))
        {
            if (AsksByName(part))
                return true;
            if (part.ConstantValue is { HasValue: true, Value: { } constant })
                constants.Add(Convert.ToString(constant, CultureInfo.InvariantCulture));
            else if (Values.SymbolOf(part) is IPropertySymbol property)
                codes.UnionWith(_context.Apis.FindAll(property).Where(api => api.Role == ApiRole.ErrorCode).SelectMany(api => Keys.Select(key => api[key])).OfType<string>());
        }

        return codes.Overlaps(constants);
    }

    // A filter may ask a method of its own.
    private IEnumerable<IOperation> PartsOf(ICatchClauseOperation clause, Frame frame)
    {
        var handler = clause.Handler.DescendantsAndSelf();
        return clause.Filter is { } filter ? _context.Values.Parts(new Value(filter, frame)).Select(part => part.Operation).Concat(handler) : handler;
    }

    // IsDuplicate(error), error.Message.Contains("duplicate key")
    private static bool AsksByName(IOperation part) =>
        part is IInvocationOperation { TargetMethod: { ReturnType.SpecialType: SpecialType.System_Boolean } method } call
        && (NameWords.Any(method.Name, Words)
            || method.ContainingType.SpecialType == SpecialType.System_String && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } && NameWords.Any(text, Words)));
}
