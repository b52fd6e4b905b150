using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Dbt;

/// <summary>The columns of a model's version: those of the model, of which it leaves out some, and its own.</summary>
internal static class VersionedColumns
{
    public static IEnumerable<Node> Of(Node model, Node version)
    {
        if (ReferenceEquals(model, version) || version.Member("columns") is not { Kind: NodeKind.List } own)
            return model.List("columns");
        var columns = own.Items.Where(column => column.Member("include") is null && column.Member("name") is not null).ToList();
        var replaced = new HashSet<string>(columns.Select(column => column.Text("name") ?? string.Empty), StringComparer.Ordinal);
        return Included(model, own).Where(column => !replaced.Contains(column.Text("name") ?? string.Empty)).Concat(columns);
    }

    private static IEnumerable<Node> Included(Node model, Node own)
    {
        if (own.Items.FirstOrDefault(item => item.Member("include") is not null) is not { } selection)
            return model.List("columns");
        var excluded = Names(selection.Member("exclude"));
        var included = selection.Member("include")!;
        var isAll = included.IsScalar && included.Value is "all" or "*";
        var names = Names(included);
        return model.List("columns").Where(column => column.Text("name") is { } name && (isAll || names.Contains(name)) && !excluded.Contains(name));
    }

    private static HashSet<string> Names(Node? names) => new(names?.Items.Select(name => name.Value) ?? [], StringComparer.Ordinal);
}
