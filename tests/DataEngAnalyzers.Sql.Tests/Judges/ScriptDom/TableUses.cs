using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>The tables a statement reads and writes. A target that FROM names once more, by its alias or name, is not read there.</summary>
internal sealed class TableUses : TSqlFragmentVisitor
{
    private readonly CommonTables _common;
    private readonly List<TableReference> _references = [];
    private readonly List<TableReference> _targets = [];

    private TableUses(CommonTables common) => _common = common;

    public IReadOnlyCollection<string> Written { get; private set; } = [];

    public IReadOnlyCollection<string> Read => [.. _references.Except(_targets).Select(TableName.Of).Where(IsTable).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static TableUses Of(TSqlFragment fragment) => In(fragment, CommonTables.Of((fragment as StatementWithCtesAndXmlNamespaces)?.WithCtesAndXmlNamespaces));

    /// <summary>An inner change, which may read the common tables of the statement around it.</summary>
    public static TableUses Of(DataModificationSpecification change, CommonTables common) => Of(change, change, common);

    public static TableUses Of(TSqlFragment scope, DataModificationSpecification change, CommonTables common)
    {
        var uses = In(scope, common);
        uses._targets.Add(change.Target);
        var written = uses.Resolve(change);
        uses.Written = [.. new[] { written, TableName.Of(change.OutputIntoClause?.IntoTable) }.Where(n => n.Length > 0)];
        if (change.OutputIntoClause is { } output)
            uses._targets.Add(output.IntoTable);
        return uses;
    }

    public override void Visit(NamedTableReference node) => _references.Add(node);

    public override void Visit(VariableTableReference node) => _references.Add(node);

    public override void Visit(ChangeTableChangesTableReference node) => _references.Add(new NamedTableReference { SchemaObject = node.Target });

    // INSERT … SELECT FROM (MERGE … OUTPUT …): the inner target is written.
    public override void Visit(DataModificationTableReference node) => _targets.Add(node.DataModificationSpecification.Target);

    private static TableUses In(TSqlFragment fragment, CommonTables common)
    {
        var uses = new TableUses(common);
        fragment.Accept(uses);
        return uses;
    }

    private bool IsTable(string name) => name.Length > 0 && !_common.Contains(name);

    private string Resolve(DataModificationSpecification change)
    {
        var name = TableName.Of(change.Target);
        var from = change switch { UpdateSpecification update => update.FromClause, DeleteSpecification delete => delete.FromClause, _ => null };
        var named = from is null ? null : FromTables.Of(from).FirstOrDefault(t => Means(t, name));
        if (named is not null)
        {
            _targets.Add(named);
            name = named is QueryDerivedTable derived ? SoleTable(derived.QueryExpression) ?? name : TableName.Of(named);
        }

        return _common.QueryOf(name) is { } query ? SoleTable(query) ?? name : name;
    }

    // A view of one table passes the change on to it.
    private string? SoleTable(QueryExpression query)
    {
        if (query is not QuerySpecification { FromClause.TableReferences: [NamedTableReference table] })
            return null;

        _targets.Add(table);
        return TableName.Of(table);
    }

    private static bool Means(TableReference table, string name) =>
        TableName.AliasOf(table) is { } alias
            ? alias.Equals(name, StringComparison.OrdinalIgnoreCase)
            : TableName.Of(table).Equals(name, StringComparison.OrdinalIgnoreCase);
}
