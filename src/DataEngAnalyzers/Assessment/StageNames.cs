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

    /// <param name="stage">The stage.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="tables">Gets to know each table that is named.</param>
    public StageNames(Stage stage, string name, TableReader tables)
    {
        _tables = tables;
        _stage = stage;
        _name = name;
        _stores = new Stores(stage);
    }

    /// <summary>The name of a dataset on which an operation works.</summary>
    public DatasetName Of(Dataset dataset, DataOperation operation)
    {
        var path = dataset.Kind == DatasetKind.File && dataset.Equals(operation.Dataset) && _stage.Context.FilePaths.Of(operation.Call) is { Text.Length: > 0 } file ? NameParts.WithShortHoles(file.Text) : null;
        var name = DatasetNaming.Of(_stores.Of(operation), dataset, path);
        if (dataset.IsTemporary || dataset.IsUnnamed)
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
}
