using System.Collections.Generic;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Catalog;

/// <summary>Reads the schema steps of an operation, be it a call of a migration library or DDL.</summary>
internal static class OperationSteps
{
    /// <summary>The steps in order; none for an operation that changes no schema.</summary>
    public static IEnumerable<SchemaStep> Of(DataOperation operation, FactSource source, PipelineContext context)
    {
        if (operation.Statement is { } statement)
            return new SqlSteps(operation.Dialect, source, operation.Clause).Of(statement);
        return new CallSteps(context, source).Of(operation.Call) is { } step ? [step] : [];
    }
}
