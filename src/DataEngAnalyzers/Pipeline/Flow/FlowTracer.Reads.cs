using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The ends of the way: calls that read rows, and which of their columns is asked for.</summary>
internal sealed partial class FlowTracer
{
    private void Read(Call call, FlowAim aim)
    {
        switch (call.Api.Role)
        {
            case ApiRole.Sql:
                ReadSql(call, aim);
                break;
            case ApiRole.Ordinal when call["index"] is { } index:
                ReadField(call, StepAt(index, index.Operation), aim);
                break;
            case ApiRole.Field:
                ReadField(call, FieldOf(call), aim);
                break;
            case ApiRole.Query or ApiRole.Table when (call["from"] ?? call["connection"]) is { } from && TableBehind(call) is null:
                Trace(from, aim);
                break;
            case ApiRole.Table or ApiRole.Query when TableBehind(call) is { } entity:
                ReadTable(new Value(call.Operation, call.Frame), entity, call.Api.Is("returns", "scalar") ? aim.Inside(FlowStep.Element) : aim);
                break;
            default:
                ReadRows(call, aim);
                break;
        }
    }

    /// <summary>True when an object is a row of the table of its type, as the stage reads it.</summary>
    public bool IsRead(Value row, INamedTypeSymbol entity)
    {
        var findings = new FlowFindings();
        new FlowTracer(_run, _context, _cancellation).Trace(row, FlowAim.All(findings));
        var table = _context.Entities.TableOf(entity);
        return findings.Origins.Any(origin => origin is { Kind: FlowOriginKind.Column, Transformation: SqlTransformation.Identity } && origin.Dataset?.Name == table);
    }

    private INamedTypeSymbol? TableBehind(Call call) =>
        _context.Entities.RowTypeOfTable(call.Operation.Type) as INamedTypeSymbol
        ?? (call.Receiver is { } receiver ? _context.Entities.RowTypeOfTable(receiver.Operation.Type) as INamedTypeSymbol : null);

    // csv.GetField("amount"), reader.GetString(2): the column of the current row of what the reader stands on.
    private void ReadField(Call call, FlowStep? field, FlowAim aim)
    {
        if ((call["from"] ?? call.Receiver) is not { } reader || field is not { } step)
            Gap($"which column {Shown(call.Operation)} reads", new Value(call.Operation, call.Frame), aim);
        else
            Trace(reader, aim.At(null).Inside(step));
    }

    private static FlowStep? FieldOf(Call call)
    {
        foreach (var argument in call.Operation is IPropertyReferenceOperation { Arguments: var indices } ? indices : Arguments.Of(call.Operation))
        {
            if (argument.Value.ConstantValue.HasValue && argument.Value.ConstantValue.Value is string or int)
                return Steps.Indexed(argument.Value);
        }

        return null;
    }

    // Rows of a file, a topic, a collection.
    private void ReadRows(Call call, FlowAim aim)
    {
        var dataset = _context.Datasets.Of(call) ?? Subscribed(call);
        if (dataset is null && (call["from"] ?? call["inner"]) is { } handle && IsRowsInMemory(handle))
        {
            Trace(handle, aim);
            return;
        }

        var where = new Value(call.Operation, call.Frame);
        if (dataset is null)
        {
            Gap($"which rows {Shown(call.Operation)} reads", where, aim);
            return;
        }

        Emit(dataset, OperationOf(call.Operation), FormatOf(call, dataset), aim, where);
    }

    // consumer.Subscribe("prices") opens a topic on the consumer itself.
    private Dataset? Subscribed(Call read)
    {
        if (read["from"] is not { } handle || _context.Values.HolderOf(handle) is not { } holder)
            return null;

        foreach (var open in _run.Operations.Where(operation => operation.Action == DataAction.Open && operation.Call.Operation.Type?.SpecialType == SpecialType.System_Void))
        {
            if (open.Call.Receiver is { } subscriber && SymbolEqualityComparer.Default.Equals(_context.Values.HolderOf(subscriber), holder))
                return open.Dataset;
        }

        return null;
    }

    // A reader over a query or a table in memory has no name of its own.
    private bool IsRowsInMemory(Value handle) =>
        _context.Values.Resolve(handle).Operation is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation;

    private static string? FormatOf(Call call, Dataset dataset) => call.Api["format"] ?? dataset.Kind switch
    {
        DatasetKind.Collection => "document",
        DatasetKind.Topic or DatasetKind.Message => "json",
        _ => null,
    };

    private DataOperation? OperationOf(IOperation use) => _run.Operations.FirstOrDefault(operation => operation.Call.Operation == use && operation.Action is DataAction.Read or DataAction.Open);

    private void Emit(Dataset dataset, DataOperation? read, string? format, FlowAim aim, Value where)
    {
        var path = Paths.InRow(aim.Path);
        if (path is not null && (path.Head.Name == Steps.AnyKey || path.EndsInField))
        {
            Gap($"which column of {dataset.Name} is read", where, aim);
            return;
        }

        var passed = aim;
        string? column = null;
        for (var step = path; step is not null; step = step.Rest)
        {
            passed = passed.Through(DeclaredIn(step.Head.Member));
            if (!IsWrapping(step.Head))
                column = (column is null ? "" : column + ".") + FieldNames.Of(step.Head, format, _context);
        }

        // Of a message there is a key and a value; other members of a reader or a message are no columns.
        if (column is null && path is not null)
        {
            column = dataset.Kind == DatasetKind.Topic ? LastOf(path).Name.ToLowerInvariant() : null;
            passed = dataset.Kind == DatasetKind.Topic ? passed : passed.By(SqlTransformation.Transformation);
        }

        passed.Found(FlowOriginKind.Column, where.Operation, dataset, column, read);
    }

    // A member of a library's type that the row is wrapped in.
    private bool IsWrapping(FlowStep step) => step is { Kind: FlowStepKind.Member, Member: { ContainingType: { IsAnonymousType: false, IsTupleType: false } } member } && !member.IsOfTeam(_context);

    private static FlowStep LastOf(FlowPath path)
    {
        while (path.Rest is { } rest)
            path = rest;
        return path.Head;
    }

    private ISymbol? DeclaredIn(ISymbol? member) => member?.IsOfTeam(_context) == true ? member : null;

    private void ReadTable(Value table, INamedTypeSymbol entity, FlowAim aim)
    {
        var path = Paths.InRow(aim.Path);
        var filled = table.Frame.Filled(entity) as INamedTypeSymbol ?? entity;
        if (path is { Rest: { } further, Head.Member: IPropertySymbol navigation } && (RowTypes.ElementOf(navigation.Type) ?? navigation.Type) is INamedTypeSymbol related)
        {
            if (_context.Catalog.Model.Of(related) is null)
                Gap($"which table {navigation.Name} leads to", table, aim);
            else
                ReadTable(table, related, aim.At(further));
            return;
        }

        var column = path is null ? null : _context.Entities.ColumnOf(filled, path.Head.Name);
        aim.Through(path?.Head.Member).Found(FlowOriginKind.Column, table.Operation, new Dataset(DatasetKind.Table, _context.Entities.TableOf(filled)) { QuotedParts = ~0 }, column);
    }
}
