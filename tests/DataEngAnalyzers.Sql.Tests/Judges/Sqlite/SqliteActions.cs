using System;
using System.Collections.Generic;
using System.Linq;
using SQLitePCL;

namespace DataEngAnalyzers.Sql.Tests.Judges.Sqlite;

/// <summary>What SQLite asks its authorizer about while it compiles one statement.</summary>
internal sealed class SqliteActions
{
    private readonly List<Action> _actions = [];

    private readonly record struct Action(int Code, string First, string Second);

    public bool CreatesTrigger => Has(raw.SQLITE_CREATE_TRIGGER) || Has(raw.SQLITE_CREATE_TEMP_TRIGGER);

    public bool CreatesTableOfQuery => Kind is SqlStatementKind.CreateTable && Has(raw.SQLITE_SELECT);

    /// <summary>The only table whose rows the statement writes.</summary>
    public string? WrittenTable => Firsts(raw.SQLITE_INSERT, raw.SQLITE_UPDATE, raw.SQLITE_DELETE) is [var only] ? only : null;

    public IReadOnlyList<string> Read => Firsts(raw.SQLITE_READ);

    /// <summary>The columns an UPDATE or a conflict clause assigns.</summary>
    public IReadOnlyList<string> Assigned => [.. _actions.Where(a => a.Code is raw.SQLITE_UPDATE).Select(a => a.Second).Distinct()];

    public SqlStatementKind? Kind
    {
        get
        {
            foreach (var action in _actions)
            {
                if (KindOf(action) is { } kind)
                    return kind;
            }

            return Has(raw.SQLITE_INSERT) ? SqlStatementKind.Insert
                : Has(raw.SQLITE_UPDATE) ? SqlStatementKind.Update
                : Has(raw.SQLITE_DELETE) ? SqlStatementKind.Delete
                : Has(raw.SQLITE_SELECT) && _actions.TrueForAll(a => a.Code is raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_FUNCTION or raw.SQLITE_RECURSIVE) ? SqlStatementKind.Select
                : null;
        }
    }

    /// <summary>The tables whose rows or definition the statement changes.</summary>
    public IReadOnlyList<string>? Written => Kind switch
    {
        SqlStatementKind.Select => [],
        SqlStatementKind.Insert or SqlStatementKind.Update or SqlStatementKind.Delete => WrittenTable is { } table ? [table] : null,
        SqlStatementKind.CreateTable => Firsts(raw.SQLITE_CREATE_TABLE, raw.SQLITE_CREATE_TEMP_TABLE),
        SqlStatementKind.CreateView => Firsts(raw.SQLITE_CREATE_VIEW, raw.SQLITE_CREATE_TEMP_VIEW),
        SqlStatementKind.CreateIndex or SqlStatementKind.AlterTable => [.. _actions.Where(a => KindOf(a) is not null).Select(a => a.Second).Distinct()],
        SqlStatementKind.Drop => [.. _actions.Where(a => KindOf(a) is not null).Select(a => a.First).Distinct()],
        _ => null,
    };

    public void Note(int code, string first, string second, string database, string through, Predicate<string> isView)
    {
        // What triggers do and views read is theirs; a common table is no view.
        if (through.Length > 0 && (code is not raw.SQLITE_READ || isView(through)))
            return;

        // Every change of the schema writes the catalog.
        if (code is raw.SQLITE_READ || !first.StartsWith("sqlite_", StringComparison.Ordinal))
            _actions.Add(new Action(code, IsTableAction(code) && database is not ("main" or "temp" or "") ? $"{database}.{first}" : first, second));
    }

    private static bool IsTableAction(int code) => code is raw.SQLITE_READ or raw.SQLITE_INSERT or raw.SQLITE_UPDATE or raw.SQLITE_DELETE;

    private static SqlStatementKind? KindOf(Action action) => action.Code switch
    {
        raw.SQLITE_CREATE_TABLE or raw.SQLITE_CREATE_TEMP_TABLE => SqlStatementKind.CreateTable,
        raw.SQLITE_CREATE_INDEX or raw.SQLITE_CREATE_TEMP_INDEX => SqlStatementKind.CreateIndex,
        raw.SQLITE_CREATE_VIEW or raw.SQLITE_CREATE_TEMP_VIEW => SqlStatementKind.CreateView,
        raw.SQLITE_DROP_TABLE or raw.SQLITE_DROP_TEMP_TABLE or raw.SQLITE_DROP_INDEX or raw.SQLITE_DROP_VIEW or raw.SQLITE_DROP_TEMP_VIEW => SqlStatementKind.Drop,
        raw.SQLITE_ALTER_TABLE => SqlStatementKind.AlterTable,
        raw.SQLITE_SAVEPOINT => SqlStatementKind.Savepoint,
        raw.SQLITE_TRANSACTION => Enum.Parse<SqlStatementKind>(action.First, ignoreCase: true),
        _ => null,
    };

    private bool Has(int code) => _actions.Exists(a => a.Code == code);

    private List<string> Firsts(params int[] codes) => [.. _actions.Where(a => codes.Contains(a.Code)).Select(a => a.First).Distinct(StringComparer.OrdinalIgnoreCase)];
}
