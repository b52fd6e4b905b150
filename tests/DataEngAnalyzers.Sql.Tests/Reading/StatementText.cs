using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace DataEngAnalyzers.Sql.Tests.Reading;

/// <summary>What the reader understood of a statement, for people's eyes: the short form is one line, the long form has a line a fact.</summary>
internal static partial class StatementText
{
    /// <summary><c>insert append dw.sales(id, amount) key(id) sets(amount) from stg.sales</c>.</summary>
    public static string Short(SqlStatement statement)
    {
        var line = new StringBuilder(Words(statement.Kind, ' '));
        var mode = Words(statement.WriteMode, '-');
        if (statement.WriteMode is not SqlWriteMode.None && mode != line.ToString())
            line.Append(' ').Append(mode);

        if (statement.Kind is SqlStatementKind.Drop && !statement.Changes.IsEmpty)
            return line.Append(Dropped(statement.Changes)).ToString();

        if (statement.Target is { } target)
            line.Append(' ').Append(Name(target));
        line.Append(ColumnList(statement));
        AppendKeys(line, statement);
        AppendList(line, "sets", statement.Assignments.Select(a => a.Column));
        if (statement.Index is { IsUnique: true })
            line.Append(" unique");
        if (!statement.Changes.IsEmpty)
            line.Append(": ").AppendJoin("; ", statement.Changes.Select(c => Step(c, statement.Target)));

        var sources = Sources(statement);
        return sources.Count == 0 ? line.ToString() : line.Append(" from ").AppendJoin(", ", sources).ToString();
    }

    /// <summary>The short forms of a script's statements; those of a routine's body follow it, each with the word <c>body</c> in front.</summary>
    public static IEnumerable<string> Lines(ImmutableArray<SqlStatement> statements) =>
        statements.SelectMany(s => Lines(s.Body).Select(line => "body " + line).Prepend(Short(s)));

    /// <summary>The tables read, each once, in order of appearance.</summary>
    public static IReadOnlyList<string> Sources(SqlStatement statement) =>
        [.. statement.Sources.Select(Name).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The words of an enum's member in lower case.</summary>
    public static string Words<T>(T member, char between)
        where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var letter in member.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(between);
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    private static string Name(SqlName name) => Shown(name.Text);

    private static string Shown(string text) => text.Replace(SqlText.HoleMark, SqlReading.Hole);

    private static string ColumnList(SqlStatement statement)
    {
        var columns = statement.Definition?.Columns.Select(c => c.Name) ?? statement.Index?.Columns ?? statement.Columns.AsEnumerable();
        if (columns.Any())
            return $"({Lasts(columns)})";
        return statement.HasColumnList switch { null => "(?)", true => "()", false => "" };
    }

    private static void AppendKeys(StringBuilder line, SqlStatement statement)
    {
        AppendList(line, "key", statement.Definition?.PrimaryKey ?? statement.Conflict?.KeyColumns ?? []);
        if (statement.Conflict?.Constraint is { } constraint)
            line.Append(" key(constraint ").Append(Shown(constraint)).Append(')');
        foreach (var key in statement.Definition?.UniqueKeys ?? [])
            AppendList(line, "unique", key);
    }

    private static void AppendList(StringBuilder line, string word, IEnumerable<SqlName> columns)
    {
        if (columns.Any())
            line.Append(' ').Append(word).Append('(').Append(Lasts(columns)).Append(')');
    }

    private static string Lasts(IEnumerable<SqlName> columns) => string.Join(", ", columns.Select(c => Shown(c.Last)));

    private static string Dropped(ImmutableArray<SqlSchemaChange> changes)
    {
        var what = changes[0].Kind is SqlSchemaChangeKind.Other ? "" : Words(changes[0].Kind, ' ').Replace("drop", "");
        return $"{what} {string.Join(", ", changes.Select(c => c.Table is { } table ? Name(table) : "?"))}";
    }

    private static string Step(SqlSchemaChange change, SqlName? target)
    {
        var step = new StringBuilder();
        if (change.Table is { } table && (target is null || !SameText(table, target)))
            step.Append(Name(table)).Append(' ');
        step.Append(change.Kind is SqlSchemaChangeKind.RenameTable ? "rename" : Words(change.Kind, ' '));
        if (change.Column is { } column)
            step.Append(' ').Append(Name(column));
        if (change.NewName is { } newName)
            step.Append(" to ").Append(Name(newName));
        AppendList(step, "key", change.KeyColumns);
        return step.ToString();
    }

    private static bool SameText(SqlName a, SqlName b) => string.Equals(a.Text, b.Text, StringComparison.OrdinalIgnoreCase);
}
