using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Catalog;

/// <summary>Reads the schema step of one call of a migration library, with the chain of calls that completes it.</summary>
internal sealed class CallSteps(PipelineContext context, FactSource source)
{
    /// <summary>The step; <see langword="null"/> for a call that changes no table.</summary>
    public SchemaStep? Of(Call call)
    {
        if (call.Api.Role != ApiRole.Schema || KindOf(call.Api["op"]) is not { } kind)
            return null;

        var chain = CallChain.Of(call, context);
        var step = new SchemaStep(kind, call.NameLocation) { Table = TableOf(call, chain), Constraint = Text(call, "name") };
        return kind switch
        {
            SchemaStepKind.CreateTable => WithColumns(step, chain),
            SchemaStepKind.AddColumn or SchemaStepKind.AlterColumn => WithColumn(step, call, chain),
            SchemaStepKind.DropColumn => step with { Column = ColumnOf(call, OriginOf(call)) },
            SchemaStepKind.RenameColumn => step with { Column = ColumnOf(call, OriginOf(call)), Name = Text(call, "newcolumn") ?? chain.NewName },
            SchemaStepKind.RenameTable => step with { NewTable = NewTableOf(call, chain, step.Table) },
            SchemaStepKind.AddKey => step with { Keys = KeysOf(call, chain, call.Api.Is("op", "add-primary-key")) },
            SchemaStepKind.CreateIndex => step with { Keys = IsUnique(call, chain) ? KeysOf(call, chain, isPrimary: false) : ImmutableArray<TableKey>.Empty, IsOnline = Annotations.MarkOnline(call.Operation) },
            SchemaStepKind.DropSchema => step with { Table = null, Name = Text(call, "schema") },
            _ => step,
        };
    }

    private static SchemaStepKind? KindOf(string? op) => op switch
    {
        "create-table" => SchemaStepKind.CreateTable,
        "drop-table" => SchemaStepKind.DropTable,
        "rename-table" => SchemaStepKind.RenameTable,
        "add-column" => SchemaStepKind.AddColumn,
        "alter-column" => SchemaStepKind.AlterColumn,
        "drop-column" => SchemaStepKind.DropColumn,
        "rename-column" => SchemaStepKind.RenameColumn,
        "add-primary-key" or "add-unique-key" => SchemaStepKind.AddKey,
        "drop-key" => SchemaStepKind.DropKey,
        "create-index" => SchemaStepKind.CreateIndex,
        "drop-index" => SchemaStepKind.DropIndex,
        "drop-schema" => SchemaStepKind.DropSchema,
        "drop-database" => SchemaStepKind.DropDatabase,
        _ => null,
    };

    private TableName? TableOf(Call call, CallChain chain) => (Text(call, "table") ?? chain.Table) is { } table
        ? TableName.Quoted(Text(call, "schema") ?? chain.Schema, table, context.DefaultDialect)
        : null;

    private TableName? NewTableOf(Call call, CallChain chain, TableName? old) => (Text(call, "newtable") ?? chain.NewName ?? old?.Name) is { } name
        ? TableName.Quoted(Text(call, "newschema"), name, context.DefaultDialect)
        : null;

    private SchemaStep WithColumns(SchemaStep step, CallChain chain)
    {
        var columns = new List<(ColumnDraft Draft, FactOrigin Origin)>();
        var properties = new Dictionary<string, string>();
        var keys = ImmutableArray.CreateBuilder<TableKey>();
        var isPartial = false;
        foreach (var part in chain.Parts)
        {
            var names = Calls.Names(part, "columns", context).ToList();
            if (part.Api.Is("op", "column"))
            {
                var property = Calls.PropertyInitializedBy(part.Operation);
                if ((Text(part, "column") ?? property) is not { } name)
                {
                    isPartial = true;
                    continue;
                }

                var draft = new ColumnDraft(name);
                draft.Add(part);
                columns.Add((draft, OriginOf(part)));
                properties[property ?? name] = name;
            }
            else if (part.Api["op"] is "primary-key" or "unique" && part.Api["columns"] is not null)
            {
                if (names.Count > 0)
                    keys.Add(new TableKey(names.Select(name => properties.TryGetValue(name, out var column) ? column : name).ToImmutableArray(), OriginOf(part)) { IsPrimary = part.Api.Is("op", "primary-key"), Name = Text(part, "name") });
            }
            else if (columns.Count > 0)
            {
                columns[columns.Count - 1].Draft.Add(part);
            }
        }

        return step with
        {
            Columns = columns.Select(column => column.Draft.Build(column.Origin)).ToImmutableArray(),
            Keys = keys.Concat(columns.SelectMany(column => column.Draft.Keys(column.Origin))).ToImmutableArray(),
            IsPartial = isPartial || columns.Count == 0,
        };
    }

    private SchemaStep WithColumn(SchemaStep step, Call call, CallChain chain)
    {
        if (Text(call, "column") is not { } name)
            return step;

        var column = new ColumnDraft(name);
        column.Add(call);
        foreach (var part in chain.Parts)
            column.Add(part);
        return step with
        {
            Column = column.Build(OriginOf(call)),
            Keys = column.Keys(OriginOf(call)),
            Default = column.Default,
            DefaultText = column.DefaultText,
            OldType = ColumnTypes.OldOf(call),
            WasNullable = Calls.Flag(call, "oldnullable"),
        };
    }

    private CatalogColumn? ColumnOf(Call call, FactOrigin origin) => Text(call, "column") is { } name ? new CatalogColumn(name, origin) : null;

    private ImmutableArray<TableKey> KeysOf(Call call, CallChain chain, bool isPrimary)
    {
        var columns = Calls.Names(call, "columns", context).Concat(chain.Parts.Where(part => part.Api.Is("op", "key-column")).SelectMany(part => Calls.Names(part, "columns", context))).ToImmutableArray();
        return columns.IsEmpty ? ImmutableArray<TableKey>.Empty : ImmutableArray.Create(new TableKey(columns, OriginOf(call)) { IsPrimary = isPrimary, Name = Text(call, "name") });
    }

    private static bool IsUnique(Call call, CallChain chain) => Calls.Flag(call, "unique") == true || chain.Parts.Any(part => part.Api.Is("op", "unique"));

    private FactOrigin OriginOf(Call call) => new(source, call.NameLocation);

    private string? Text(Call call, string key) => Calls.Text(call, key, context);
}
