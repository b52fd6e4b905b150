using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Python;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>Reads columns and keys as SQLAlchemy writes them.</summary>
internal sealed class ColumnReader
{
    private static readonly string[] NoTypes = ["ForeignKey", "Identity", "Computed", "Sequence", "CheckConstraint"];

    private static readonly string[] Constraints = ["ForeignKeyConstraint", "CheckConstraint", "ExcludeConstraint", "Index"];

    private readonly Literals _literals;

    public ColumnReader(Literals literals) => _literals = literals;

    /// <summary>The column; <see langword="null"/> of what is none.</summary>
    public TableColumn? Column(PythonExpression? expression)
    {
        if (expression is not PythonCall { Target.Last: "Column" } call || call.Argument("name", 0) is not { } name || _literals.Text(name) is not { } text)
            return null;
        var type = call.Argument("type_") ?? call.Positional.Skip(1).FirstOrDefault(IsType);
        var isKey = call.Argument("primary_key")?.Flag == true;
        return Typed(name, text, type, isKey ? false : call.Argument("nullable")?.Flag ?? true) with
        {
            HasDefault = call.Argument("server_default") is { IsNone: false },
            IsPrimaryKey = isKey,
            IsUnique = call.Argument("unique")?.Flag == true,
        };
    }

    /// <summary>A column of a type.</summary>
    public static TableColumn Typed(PythonExpression place, string name, PythonExpression? type, bool? nullable) => new(
        place.Spot, name, type?.Span.Source() ?? string.Empty, SqlAlchemyTypes.FamilyOf(type), nullable, SqlAlchemyTypes.MaxLengthOf(type), SqlAlchemyTypes.AcceptedBy(type));

    /// <summary>The columns and keys of a new table.</summary>
    /// <param name="elements">What the table is made of.</param>
    /// <param name="isPartial">Whether one of them is computed.</param>
    public (IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableKey> Keys) Table(IEnumerable<PythonExpression> elements, out bool isPartial)
    {
        var columns = new List<TableColumn>();
        var keys = new List<TableKey>();
        isPartial = false;
        foreach (var element in elements)
        {
            if (Column(element) is { } column)
                columns.Add(column);
            else if (element is PythonCall { Target.Last: "PrimaryKeyConstraint" or "UniqueConstraint" } key)
                keys.Add(Key(key, key.Target.Last == "PrimaryKeyConstraint"));
            else if (element is not PythonCall other || !Constraints.Contains(other.Target.Last, StringComparer.Ordinal))
                isPartial = true;
        }

        return (columns, keys);
    }

    private TableKey Key(PythonCall key, bool isPrimary) =>
        new(key.Spot, _literals.Text(key.Argument("name")) ?? string.Empty, [.. key.Positional.Select(_literals.Text).Where(name => name is not null).Select(name => name!)], isPrimary);

    private static bool IsType(PythonExpression argument) =>
        argument is PythonName || (argument is PythonCall call && !NoTypes.Contains(call.Target.Last, StringComparer.Ordinal));
}
