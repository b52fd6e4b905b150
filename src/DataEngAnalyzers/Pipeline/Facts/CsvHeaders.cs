using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether the code shows that a CSV file has a header line.</summary>
internal static class CsvHeaders
{
    /// <summary>True when the reader is made in sight and nothing turns the header off; out of sight is not shown.</summary>
    public static bool AreShown(Call read, PipelineContext context)
    {
        if (read.Receiver is not { } reader || context.Values.MakerOf(reader, ApiRole.Culture) is not { } maker)
            return false;
        if (maker["configuration"] is not { } configuration)
            return true;

        var made = context.Values.Resolve(configuration);
        return made.Operation is IObjectCreationOperation && !made.Frame.Body.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(assignment => TurnsOff(assignment, context));
    }

    private static bool TurnsOff(ISimpleAssignmentOperation assignment, PipelineContext context) =>
        assignment.Target is IPropertyReferenceOperation { Property: var property }
        && context.Apis.FindAll(property).Any(api => api.Role == ApiRole.Header)
        && assignment.Value.ConstantValue is not { HasValue: true, Value: true };
}
