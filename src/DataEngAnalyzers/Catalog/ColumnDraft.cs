using System.Collections.Immutable;
using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Catalog;

/// <summary>A column while calls still add to it.</summary>
/// <param name="name">The column.</param>
internal sealed class ColumnDraft(string name)
{
    private bool _hasDefault;
    private bool _isGenerated;
    private bool _isPrimary;
    private bool _isUnique;

    public string Name { get; } = name;

    public string? Type { get; private set; }

    public bool? IsNullable { get; private set; }

    public ColumnDefault Default { get; private set; }

    public string? DefaultText { get; private set; }

    /// <summary>Takes what one call says of the column.</summary>
    public void Add(Call call)
    {
        Type = ColumnTypes.Of(call) ?? Type;
        IsNullable = call.Api["op"] switch
        {
            "required" or "primary-key" => false,
            "optional" => true,
            _ => Calls.Flag(call, "nullable") ?? IsNullable,
        };
        _isPrimary |= call.Api.Is("op", "primary-key");
        _isUnique |= call.Api.Is("op", "unique");
        _isGenerated |= call.Api.Is("op", "generated") || call["computed"] is not null || Annotations.MarkGenerated(call.Operation);
        if (call["defaultsql"] is not null)
            Set(ColumnDefault.Chosen, null);
        else if (call["default"] is { } value && ColumnDefaults.Of(value.Operation) is var kind and not ColumnDefault.None)
            Set(kind, value.Operation.Syntax.ToString());
    }

    /// <summary>The keys that consist of this column alone.</summary>
    public ImmutableArray<TableKey> Keys(FactOrigin origin) => _isPrimary || _isUnique
        ? ImmutableArray.Create(new TableKey(ImmutableArray.Create(Name), origin) { IsPrimary = _isPrimary })
        : ImmutableArray<TableKey>.Empty;

    public CatalogColumn Build(FactOrigin origin) =>
        new(Name, origin) { Type = Type, IsNullable = IsNullable, HasDefault = _hasDefault, IsGenerated = _isGenerated };

    private void Set(ColumnDefault kind, string? text)
    {
        _hasDefault = true;
        Default = kind;
        DefaultText = text;
    }
}
