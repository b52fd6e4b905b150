using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Assessment;

/// <summary>The names of the datasets of one stage.</summary>
internal sealed class StageNames
{
    private readonly Stage _stage;
    private readonly string _name;
    private readonly Stores _stores;
    private readonly TableReader _tables;
    private readonly ILookup<string, string> _paths;
    private readonly List<Dataset> _temporary;

    /// <param name="stage">The stage.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="tables">Gets to know each table that is named.</param>
    /// <param name="contexts">The connection strings of database contexts.</param>
    public StageNames(Stage stage, string name, TableReader tables, ContextText contexts)
    {
        _stage = stage;
        _name = name;
        _tables = tables;
        _stores = new Stores(stage, contexts);
        _paths = stage.Operations.Where(operation => PathOf(operation) is not null).ToLookup(operation => operation.Dataset!.Name, operation => PathOf(operation)!);
        _temporary = stage.Run.Operations.Select(operation => operation.Dataset).OfType<Dataset>().Where(dataset => dataset.IsTemporary).Distinct().ToList();
    }

    /// <summary>The name of a dataset on which an operation works.</summary>
    public DatasetName Of(Dataset dataset, DataOperation operation)
    {
        var store = _stores.Of(operation);
        if (store.Kind == StoreKind.Cosmos && operation.Statement is not null)
            dataset = ContainerOf(operation) ?? dataset;
        var name = DatasetNaming.Of(store, dataset, dataset.Kind == DatasetKind.File ? PathOf(dataset, operation) : null);
        if (dataset.IsTemporary || NameParts.IsHole(NameParts.Split(name.Name, dataset.Kind is DatasetKind.Table or DatasetKind.Topic ? '.' : '/').Last()) || _temporary.Any(dataset.Matches))
            return DatasetNaming.Within(name, _name);
        if (dataset.Kind == DatasetKind.Table && !dataset.HasHole)
            _tables.Read(name, dataset);
        return name;
    }

    /// <summary>The name of what a value comes from.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="write">The operation that writes it: what is read inside a statement lies beside what the statement writes.</param>
    public DatasetName? Of(FlowOrigin origin, DataOperation write)
    {
        if (origin.Dataset is not { } dataset)
            return null;
        var read = origin.Read ?? _stage.Operations.FirstOrDefault(operation => operation.Action is DataAction.Read or DataAction.Open && dataset.Equals(operation.Dataset)) ?? write;
        return Of(dataset, read);
    }

    // The path that the operation shows; where it shows none, the only one that the stage has for a file of this name.
    private string? PathOf(Dataset file, DataOperation operation) =>
        (file.Equals(operation.Dataset) ? PathOf(operation) : null) ?? (_paths[file.Name].Distinct().Take(2).ToList() is [var only] ? only : null);

    private string? PathOf(DataOperation operation) =>
        operation.Dataset is { Kind: DatasetKind.File } && _stage.Context.FilePaths.Of(operation.Call) is { Text.Length: > 0 } path ? path.Text : null;

    // SELECT … FROM c asks the one container on which the query runs, whatever it calls it.
    private Dataset? ContainerOf(DataOperation query) =>
        query.Call["connection"] is { } container ? _stage.Context.Datasets.Handle(container, depth: 0) : null;
}
