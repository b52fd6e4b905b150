using System;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Names the dataset that a call works on: through paths, handles, wrapped handles and entity types.</summary>
internal sealed class Datasets
{
    private const int MostWraps = 8;

    private readonly PipelineContext _context;

    public Datasets(PipelineContext context) => _context = context;

    /// <summary>The dataset a call names itself or works on through its handle; <see langword="null"/> when the code does not tell.</summary>
    public Dataset? Of(Call call)
    {
        if (call.Api is SummaryRow summary)
            return Of(summary.Facts, call);
        if (call["name"] is { } name)
            return Named(KindOf(call.Api), name);
        if (call.Api.Role == ApiRole.Open && call.Api["text"] is not null)
            return _context.Sql.TextOf(call) is { } copied ? _context.Sql.CopyTarget(copied, call) : null;
        if (EntityOf(call) is { } entity)
            return TableOf(entity, call.Frame);

        var key = call.Api.Role is ApiRole.Write ? "to" : call.Api.Role is ApiRole.Open ? "inner" : "from";
        var handle = call.Api[key] is { } reference && reference.StartsWith("this.", StringComparison.Ordinal) && call.Receiver is { } receiver
            ? Property(receiver, reference.Substring("this.".Length), call.Operation)
            : call[key] is { } target ? Handle(target, depth: 0) : null;
        return handle ?? TableOfTypeArgument(call, key);
    }

    private Dataset? Of(OperationFacts facts, Call call)
    {
        if (facts.Name is { } name)
            return Named(facts.Kind, HostText.Of(name.In(call, _context)));
        return facts.RowType is { } type && Template.TypeOf(type, call) is { } row ? TableOf(row, call.Frame) : null;
    }

    /// <summary>The type of the rows whose table a call works on; <see langword="null"/> where a row type does not say which.</summary>
    public ITypeSymbol? RowTypeOf(Call call) => EntityOf(call) ?? TypeArgumentOf(call, "to") ?? TypeArgumentOf(call, "from");

    private Dataset? TableOfTypeArgument(Call call, string key) => TypeArgumentOf(call, key) is { } row ? TableOf(row, call.Frame) : null;

    // Bulk APIs over entities: the type argument is the row type.
    private static ITypeSymbol? TypeArgumentOf(Call call, string key) =>
        call.Api.Names(key, "type") && call.Operation is IInvocationOperation { TargetMethod.TypeArguments: [var row, ..] } ? call.Frame.Filled(row) : null;

    // A repository for any row type writes the table of the type it is called with; where nobody says, no table.
    private Dataset? TableOf(ITypeSymbol row, Frame frame) =>
        frame.Filled(row) is var filled and not ITypeParameterSymbol ? new Dataset(DatasetKind.Table, _context.Entities.TableOf(filled)) { QuotedParts = ~0 } : null;

    /// <summary>The dataset behind a handle: a path, an opened stream, a wrapped reader, a query over a table.</summary>
    public Dataset? Handle(Value value, int depth)
    {
        if (depth > MostWraps)
            return null;

        var made = _context.Values.Resolve(value);
        if (made.Operation.Type?.SpecialType == SpecialType.System_String)
            return Named(DatasetKind.File, made);
        if (TableBehind(made) is { } table)
            return table;

        foreach (var api in _context.Apis.FindAll(Values.SymbolOf(made.Operation)))
        {
            var maker = new Call(made.Operation, api, made.Frame);
            if (api.Role == ApiRole.Open && api["text"] is not null)
                return Of(maker);
            if (maker["name"] is { } name)
                return Named(KindOf(api), name);
            if ((maker["inner"] ?? maker["from"]) is { } inner)
                return Handle(inner, depth + 1);
        }

        return Given(made);
    }

    // A collection that a container hands over is one dataset, whatever its name.
    private Dataset? Given(Value handle) =>
        _context.Apis.FindAll(handle.Operation.Type).FirstOrDefault(api => api.Role == ApiRole.Open) is { } api && _context.Values.HolderOf(handle) is { } holder
            ? new Dataset(KindOf(api), $"{{{holder.Name.TrimStart('_')}}}", HasHole: true)
            : null;

    private Dataset? Property(Value handle, string property, IOperation use) =>
        _context.Handles.Of(handle, property, "name", use) is { } name ? Named(DatasetKind.Table, name) : null;

    // Queries are chains of calls over a table: db.Orders.Where(…).OrderBy(…).
    private Dataset? TableBehind(Value value)
    {
        var operation = value.Operation;
        for (var step = 0; step < MostWraps; step++)
        {
            if (_context.Entities.RowTypeOfTable(operation.Type) is { } row)
                return TableOf(row, value.Frame);

            var source = operation switch
            {
                IInvocationOperation { Instance: { } instance } => instance,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } => arguments[0].Value,
                _ => null,
            };
            if (source is null)
                return null;
            operation = _context.Values.Resolve(value.At(source)).Operation;
        }

        return null;
    }

    /// <summary>The type of the entities that a call adds; <see langword="null"/> where it adds none or the code does not tell.</summary>
    public ITypeSymbol? EntityOf(Call call)
    {
        var rows = call.Api.Role switch
        {
            ApiRole.Track => call["rows"],
            ApiRole.Write when call.Api.Is("sink", "entity") => call["rows"],
            _ => null,
        };
        if (rows is not { } value)
            return null;
        if (call.Receiver is { } receiver && _context.Entities.RowTypeOfTable(receiver.Operation.Type) is { } row)
            return call.Frame.Filled(row);

        var made = _context.Values.Resolve(value);
        var type = RowTypes.ElementOf(made.Operation.Type) ?? made.Operation.Type;
        return type is not null && RowTypes.IsRow(type) ? made.Frame.Filled(type) : null;
    }

    private Dataset? Named(DatasetKind kind, Value name)
    {
        var text = HostText.Read(name, _context);
        return IsOneHole(text) && kind == DatasetKind.File && _context.Values.Resolve(name).Operation is IInvocationOperation { TargetMethod.Name: "Combine", Arguments: { Length: > 0 } } path
            ? PathOf(path, name)
            : Named(kind, text);
    }

    private static bool IsOneHole(HostText text) => !text.IsConstant && text.Text.Text.Length == 1;

    private static Dataset? Named(DatasetKind kind, HostText name) =>
        name.Text.Text.Length == 0 ? null : new Dataset(kind, name.Display, HasHole: !name.IsConstant, IsTemporary: kind == DatasetKind.Table && IsTemporary(name.Text.Text)) { Holes = HolesOf(kind, name) };

    // SQL Server ends a table whose name begins with a number sign with the session.
    private static bool IsTemporary(string table) => table.LastIndexOf('.') is var schema && table.Substring(schema + 1).TrimStart('[') is ['#', ..];

    // The schema of a table may well be configured; what counts is the table's own name. Of a path every part counts.
    private static ImmutableArray<Value> HolesOf(DatasetKind kind, HostText name)
    {
        var start = kind == DatasetKind.Table ? name.Text.Text.LastIndexOf('.') + 1 : 0;
        return name.HolesIn(SqlSpan.FromBounds(start, name.Text.Text.Length));
    }

    // A path put together from folder and file: the file's part names the dataset.
    private Dataset? PathOf(IInvocationOperation path, Value name)
    {
        var last = path.Arguments[path.Arguments.Length - 1].Value;
        if (last is IArrayCreationOperation { Initializer.ElementValues: [.., var element] })
            last = element;
        return Named(DatasetKind.File, _context.Values.Resolve(name).At(last));
    }

    private static DatasetKind KindOf(ApiModel api) => (api["kind"] ?? api["sink"]) switch
    {
        "table" or "copy" or "bulk" or "entity" => DatasetKind.Table,
        "collection" or "container" or "document" => DatasetKind.Collection,
        "blob" => DatasetKind.Blob,
        "topic" => DatasetKind.Topic,
        "message" => DatasetKind.Topic,
        _ => DatasetKind.File,
    };
}
