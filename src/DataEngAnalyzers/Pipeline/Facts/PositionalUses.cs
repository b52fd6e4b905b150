using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Finds where a stage matches columns by position.</summary>
internal static class PositionalUses
{
    public static ImmutableArray<PositionalUse> Of(Stage stage) =>
        BulkCopies(stage).Concat(Inserts(stage)).Concat(Copies(stage)).Concat(Ordinals(stage)).Concat(IndexedCsv(stage)).ToImmutableArray();

    // Any mapping of the copier on the way of the load shows that the author matches by name. The names in a DataTable do not: a copier
    // without mappings takes its columns in their order.
    private static IEnumerable<PositionalUse> BulkCopies(Stage stage)
    {
        var maps = stage.Operations.Where(operation => operation.Api is { Role: ApiRole.ColumnMap } api && (api["column"] ?? api["mapping"]) is not null).Select(map => map.Call.Frame).Distinct().ToList();
        foreach (var open in stage.Of(DataAction.Open).Where(open => open.Api.Is("kind", "table") && open.Handle is ILocalSymbol))
        {
            if (maps.Any(map => map.IsWithin(open.Call.Frame) || open.Call.Frame.IsWithin(map)))
                continue;
            var load = stage.After(open).FirstOrDefault(later => later.Sink == Sink.Bulk && SymbolEqualityComparer.Default.Equals(later.Handle, open.Handle));
            if (load is { Dataset: not { IsTemporary: true } } && !Escapes((ILocalSymbol)open.Handle!, open, stage.Context))
                yield return new PositionalUse(PositionalKind.BulkCopy, load, open.Location) { Dataset = load.Dataset };
        }
    }

    private static IEnumerable<PositionalUse> Inserts(Stage stage)
    {
        foreach (var write in stage.Writes)
        {
            if (write is not { Statement: { Kind: SqlStatementKind.Insert, HasColumnList: false, Stars.IsEmpty: true, Target: { } target } statement, Dataset.IsTemporary: false }
                || statement is { Values: null, Sources.IsEmpty: true })
                continue;
            yield return new PositionalUse(PositionalKind.Insert, write, write.Clause(target.Span))
            {
                Dataset = write.Dataset,
                Columns = NamesOf(statement),
                ListPoint = write.Text?.Locate(new SqlSpan(target.Span.Start + target.Span.Length, 0)),
            };
        }
    }

    private static IEnumerable<PositionalUse> Copies(Stage stage) =>
        from open in stage.Of(DataAction.Open)
        where open is { Statement: { Kind: SqlStatementKind.Copy, HasColumnList: false, Target: not null }, Dataset.IsTemporary: false } && !open.Api.Is("access", "read")
        select new PositionalUse(PositionalKind.Copy, open, open.Clause(open.Statement!.Target!.Span)) { Dataset = open.Dataset };

    // One report a query: its first column that is read by number.
    private static IEnumerable<PositionalUse> Ordinals(Stage stage)
    {
        var seen = new HashSet<IOperation>();
        foreach (var field in stage.Operations.Where(operation => operation.Api.Role == ApiRole.Ordinal))
        {
            if (field.Call.Receiver is not { } reader || field.Call["index"]?.Operation.ConstantValue is not { HasValue: true })
                continue;
            var made = stage.Context.Values.Resolve(reader).Operation;
            var query = stage.Reads.FirstOrDefault(read => read.Call.Operation == made && read.Statement is { Stars.IsEmpty: false });
            if (query is not null && seen.Add(made))
                yield return new PositionalUse(PositionalKind.Ordinal, query, field.Location) { Dataset = query.Dataset };
        }
    }

    private static IEnumerable<PositionalUse> IndexedCsv(Stage stage) =>
        from read in stage.Reads
        where read.Api.Is("format", "csv") && read.Call.Operation is IInvocationOperation { TargetMethod.TypeArguments: [INamedTypeSymbol row] } && IsIndexed(row, stage.Context)
        where CsvHeaders.AreShown(read.Call, stage.Context)
        select new PositionalUse(PositionalKind.IndexedCsv, read, read.Location) { Dataset = read.Dataset };

    private static bool IsIndexed(INamedTypeSymbol row, PipelineContext context) => row.GetMembers().OfType<IPropertySymbol>()
        .Any(property => property.GetAttributes().Any(attribute => context.Apis.FindAll(attribute.AttributeClass).Any(api => api.Role == ApiRole.IndexMap)));

    private static ImmutableArray<string> NamesOf(SqlStatement statement) =>
        statement.Values is { RowCount: 1, FirstRow.Length: var width } && statement.Parameters.Length == width && statement.Parameters.All(parameter => IsName(parameter.Name))
            ? statement.Parameters.Select(parameter => parameter.Name).ToImmutableArray()
            : ImmutableArray<string>.Empty;

    private static bool IsName(string parameter) => parameter.Length > 0 && !char.IsDigit(parameter[0]);

    // Handed to code that is not followed, it may be mapped there.
    private static bool Escapes(ILocalSymbol copier, DataOperation open, PipelineContext context) => open.Call.Frame.Body.DescendantsAndSelf()
        .OfType<ILocalReferenceOperation>()
        .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, copier))
        .Any(use => use.Parent is IReturnOperation or ISimpleAssignmentOperation { Target: not ILocalReferenceOperation }
            || use.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } && !SymbolEqualityComparer.Default.Equals(method.ContainingType, open.Member.ContainingType));
}
