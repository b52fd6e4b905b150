using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Turns one use of a known API into the data operations it stands for.</summary>
internal sealed class Recognizer
{
    private readonly PipelineContext _context;

    public Recognizer(PipelineContext context) => _context = context;

    /// <summary>Adds the operations of an invocation, creation, property use or assignment; nothing for code nobody knows.</summary>
    public void Recognize(IOperation operation, Frame frame, Surroundings around, List<DataOperation> found)
    {
        // A property counts once: where it is set, as a setting; elsewhere as a read.
        if (operation is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation { Target: var target } } && target == operation)
            return;

        var used = operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } ? property : operation;
        foreach (var api in _context.Apis.FindAll(Values.SymbolOf(used)))
        {
            var call = new Call(used, api, frame);
            if (api.Role == ApiRole.Sql || api.Is("op", "sql"))
                found.AddRange(_context.Sql.Operations(call, around, found.Count));
            else if (ActionOf(call) is { } action)
                found.Add(Operation(action, call, around, found.Count));
        }
    }

    /// <summary>Adds one operation of a method of another project.</summary>
    public void Recognize(Call call, SummaryRow row, Surroundings around, List<DataOperation> found)
    {
        if (row.Facts.Text is not null)
            found.AddRange(_context.Sql.Operations(call, around, found.Count));
        else if (ActionOf(call) is { } action)
            found.Add(Operation(action, call, around, found.Count));
    }

    /// <summary>Adds the end of a handle's scope, where a <c>using</c> disposes it; the holder is its variable, if it has one.</summary>
    public void EndScope(IOperation? value, ISymbol? holder, Frame frame, Surroundings around, List<DataOperation> found)
    {
        if (value is not null && _context.Values.MakerOf(new Value(value, frame), ApiRole.Transaction, ApiRole.Open) is { } maker)
            found.Add(new DataOperation(DataAction.EndScope, maker, around) { Index = found.Count, Handle = holder });
    }

    private DataOperation Operation(DataAction action, Call call, Surroundings around, int index)
    {
        var rows = call["rows"];
        var dataset = action is DataAction.Read or DataAction.Write or DataAction.Update or DataAction.Delete or DataAction.Open ? _context.Datasets.Of(call) : null;
        var copies = action == DataAction.Open && call.Api["text"] is not null;
        return new DataOperation(action, call, around)
        {
            Index = index,
            Statement = copies ? _context.Sql.CopyOf(call) : null,
            Text = copies ? _context.Sql.TextOf(call) : null,
            Dataset = dataset,
            Mode = action == DataAction.Write ? ModeOf(call) : WriteMode.Unknown,
            Sink = action == DataAction.Write ? SinkOf(call.Api, dataset) : Sink.None,
            IsMany = call.Api is SummaryRow { Facts.IsMany: true } || call.Api.Is("sink", "bulk") || call.Api.Is("sink", "copy") || call.Api.Is("sink", "lake") || (rows is { } value && RowTypes.IsSequence(RowTypes.Awaited(_context.Values.Resolve(value).Operation.Type))),
            Dialect = action is DataAction.Read or DataAction.Save or DataAction.Write or DataAction.Delete or DataAction.Update or DataAction.Begin ? _context.Connections.DialectOf(call) : default,
            Handle = HandleOf(action, call),
        };
    }

    private static DataAction? ActionOf(Call call) => call.Api.Role switch
    {
        ApiRole.Query when call.Api.Is("of", "queryable") && !RowTypes.IsQueryable(call["from"]?.Operation) => null,
        ApiRole.Read or ApiRole.Query => DataAction.Read,
        ApiRole.Write => DataAction.Write,
        ApiRole.Track when call.Api.Is("change", "add") => DataAction.Write,
        ApiRole.Track when call.Api.Is("change", "update") => DataAction.Update,
        ApiRole.Track when call.Api.Is("change", "remove") => DataAction.Delete,
        ApiRole.Save => DataAction.Save,
        ApiRole.Delete => DataAction.Delete,
        ApiRole.Update => DataAction.Update,
        ApiRole.Schema => DataAction.ChangeSchema,
        ApiRole.Transaction => DataAction.Begin,
        ApiRole.Commit => DataAction.Commit,
        ApiRole.Rollback => DataAction.Rollback,
        ApiRole.Open => DataAction.Open,
        ApiRole.Complete => DataAction.Finish,
        ApiRole.Cancel => DataAction.Cancel,
        ApiRole.Advance => DataAction.Advance,
        ApiRole.Validate => DataAction.Validate,
        ApiRole.Lineage => DataAction.RecordLineage,
        ApiRole.Log => DataAction.Log,
        ApiRole.Program => DataAction.Start,
        ApiRole.Parse or ApiRole.Format or ApiRole.Culture => DataAction.Convert,
        ApiRole.ZoneSwitch or ApiRole.GroupSize or ApiRole.Client or ApiRole.AutoAck or ApiRole.HttpRetry or ApiRole.Durability or ApiRole.Timeout or ApiRole.ErrorHandler or ApiRole.Destination or ApiRole.ColumnMap or ApiRole.Enlist or ApiRole.Ordinal or ApiRole.IndexMap or ApiRole.Command or ApiRole.Connection or ApiRole.ConnectionString => DataAction.Configure,
        ApiRole.WriterOption => DataAction.Configure,
        _ => null,
    };

    // What happens to rows with a key that is there; a value out of sight may be anything.
    private static WriteMode OnConflict(IOperation chosen) => chosen is IFieldReferenceOperation { Field.Name: var option } ? option switch
    {
        "Replace" => WriteMode.Upsert,
        "Ignore" => WriteMode.AppendIfAbsent,
        _ => WriteMode.Append,
    } : WriteMode.Unknown;

    private WriteMode ModeOf(Call call)
    {
        if (call.Api is SummaryRow { Facts.Mode: var known })
            return known;
        if (WriterSteps.SetMode(call, _context.Values) is { } set)
            return set;
        if (call.Api["conflict"] is { } setting && call.Receiver is { } copier && _context.Handles.Of(copier, setting.Substring(setting.IndexOf('.') + 1), makerKey: null, call.Operation) is { } chosen)
            return OnConflict(chosen.Unconverted.Operation);
        if (call.Api["mode"] is { } mode)
        {
            return mode switch
            {
                "append" => WriteMode.Append,
                "upsert" => WriteMode.Upsert,
                "replace" => WriteMode.Replace,
                "insert-new" => WriteMode.AppendIfAbsent,
                _ => WriteMode.Unknown,
            };
        }

        if (call.Api.Role == ApiRole.Track || call.Api.Is("sink", "bulk") || call.Api.Is("sink", "copy"))
            return WriteMode.Append;
        return (call["to"] ?? call.Receiver) is { } handle ? _context.FileModes.Of(handle) : WriteMode.Unknown;
    }

    // A stream's or writer's own rows do not say where they go; what it was opened on does.
    private static Sink SinkOf(ApiModel api, Dataset? dataset) => api is SummaryRow { Facts.Sink: var known } ? known : api.Role == ApiRole.Track ? Sink.Entity : api["sink"] switch
    {
        "bulk" or "copy" or "lake" => Sink.Bulk,
        "entity" or "table" => Sink.Entity,
        "file" => dataset is { Kind: DatasetKind.Table } ? Sink.Bulk : Sink.File,
        "message" => Sink.Message,
        "document" => Sink.Document,
        "blob" => Sink.Blob,
        _ => dataset?.Kind switch
        {
            DatasetKind.File => Sink.File,
            DatasetKind.Blob => Sink.Blob,
            DatasetKind.Table => Sink.Bulk,
            _ => Sink.None,
        },
    };

    private ISymbol? HandleOf(DataAction action, Call call) => action switch
    {
        DataAction.Begin when call.Api is SummaryRow => Values.KeeperOf(call.Operation) ?? (call.Receiver is { } owner ? _context.Values.HolderOf(owner) : null),
        DataAction.Begin or DataAction.Open => Values.KeeperOf(call.Operation),
        _ => (call["on"] ?? call["connection"] ?? call["to"] ?? call.Receiver) is { } handle ? _context.Values.HolderOf(handle) : null,
    };
}
