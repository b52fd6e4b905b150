using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Tests.Servers;
using MySqlConnector;

namespace DataEngAnalyzers.Sql.Tests.Judges.MariaDb;

/// <summary>A database with the tables of a case, and a user who is allowed nothing: what the server refuses him says what a statement does.</summary>
internal sealed partial class MariaDbDatabase : IDisposable
{
    private const string User = "judged@localhost";

    // More tables than any statement of the corpus names.
    private const int MostDemands = 30;

    private const int NoAccessToFile = 13;
    private const int NoSuchFile = 29;

    private readonly MySqlConnection _root;
    private readonly MySqlConnection _user;
    private readonly string _name;

    public MariaDbDatabase(MariaDbServer server, string setup)
    {
        _name = "d" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];
        _root = server.Open();
        Execute(_root, $"CREATE DATABASE {_name}; USE {_name}; CREATE USER IF NOT EXISTS {User}; GRANT CREATE TEMPORARY TABLES ON {_name}.* TO {User}; {setup}");
        _user = server.Open("judged", _name);
    }

    [GeneratedRegex(@"^(?<privileges>[A-Z, ]+) command denied to user .* for (?:column .* in )?table [`'](?:(?<database>\w+)`\.`)?(?<table>.+)[`']$")]
    private static partial Regex Denial { get; }

    /// <summary>Grants what the server demands until it takes the statement; <see langword="null"/> when it does not take it whatever is granted.</summary>
    public IReadOnlyList<Demand>? DemandsOf(string sql, out IReadOnlyList<string> commands)
    {
        Execute(_root, $"REVOKE ALL PRIVILEGES, GRANT OPTION FROM {User}; GRANT CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE ROUTINE, TRIGGER, REFERENCES ON {_name}.* TO {User}; GRANT FILE ON *.* TO {User}");
        var demands = new List<Demand>();
        while (Refusal(sql, out commands) is { } refusal)
        {
            if (Denial.Match(refusal.Message) is not { Success: true } denial || demands.Count == MostDemands)
                return TakenWithoutRows(refusal) ? demands : null;

            foreach (var privilege in denial.Groups["privileges"].Value.Split(", "))
            {
                var demand = new Demand(privilege, denial.Groups["table"].Value, denial.Groups["database"].Value is var other && other.Length > 0 && other != _name ? other : null);
                demands.Add(demand);
                if (!TryRoot($"GRANT {privilege}{(privilege is "DROP" ? ", CREATE" : "")} ON {demand.Database ?? _name}.`{demand.Table}` TO {User}"))
                    return null;
            }
        }

        return demands;
    }

    /// <summary>The columns of a table for which the statement needs a privilege, in the order of the table.</summary>
    public IReadOnlyList<string> ColumnsDemanded(string sql, string privilege, string table)
    {
        var columns = Texts($"SELECT column_name FROM information_schema.columns WHERE table_schema = '{_name}' AND table_name = '{table}' ORDER BY ordinal_position");
        return [.. columns.Where(column => IsDemanded(column))];

        bool IsDemanded(string column)
        {
            var others = string.Join(", ", columns.Where(c => c != column).Select(c => $"`{c}`"));
            TryRoot($"REVOKE {privilege} ON {_name}.`{table}` FROM {User}");
            TryRoot($"REVOKE {privilege} (`{column}`) ON {_name}.`{table}` FROM {User}");
            TryRoot($"GRANT {privilege} ({others}) ON {_name}.`{table}` TO {User}");
            return Refusal(sql, out _) is { } refusal && Denial.IsMatch(refusal.Message);
        }
    }

    /// <summary>Runs a statement twice, undone in the end: the rows of a table before, after the first and after the second run, and whether the second failed.</summary>
    public (int Before, int Once, int Twice, bool Failed)? RunTwice(string sql, string table)
    {
        Execute(_root, "START TRANSACTION");
        try
        {
            var before = Count();
            if (!TryRoot(sql))
                return null;

            var once = Count();
            var failed = !TryRoot(sql);
            return (before, once, Count(), failed);
        }
        finally
        {
            Execute(_root, "ROLLBACK");
        }

        int Count() => Texts($"SELECT 1 FROM `{table}`").Count;
    }

    /// <summary>The statement as the server understands it.</summary>
    public string? Explained(string sql) =>
        TryRoot("EXPLAIN EXTENDED " + sql) ? Texts("SHOW WARNINGS", column: 2).Find(message => message.StartsWith("insert", StringComparison.Ordinal) || message.StartsWith("replace", StringComparison.Ordinal)) : null;

    /// <summary>Runs a statement for good, if it can, so that what follows it finds its tables.</summary>
    public void Keep(string sql) => TryRoot(sql);

    public void Dispose()
    {
        _user.Dispose();
        Execute(_root, $"DROP DATABASE {_name}");
        _root.Dispose();
    }

    private MySqlException? Refusal(string sql, out IReadOnlyList<string> commands)
    {
        Execute(_user, "START TRANSACTION");
        var before = Commands();
        MySqlException? refusal = null;
        try
        {
            Execute(_user, sql);
        }
        catch (MySqlException exception)
        {
            refusal = exception;
        }

        commands = [.. Commands().Where(c => c.Value > before.GetValueOrDefault(c.Key)).Select(c => c.Key)];
        Execute(_user, "ROLLBACK");
        return refusal;
    }

    // How often the server has run each command, without the question itself.
    private Dictionary<string, int> Commands() =>
        Rows(_user, @"SHOW SESSION STATUS WHERE Variable_name LIKE 'Com\_%' AND Variable_name <> 'Com_show_status' AND Value > 0")
            .ToDictionary(r => r[0]["Com_".Length..], r => int.Parse(r[1], CultureInfo.InvariantCulture));

    // The rows stand in the way, or the file of LOAD DATA does not exist here; the statement itself is sound.
    private static bool TakenWithoutRows(MySqlException refusal) =>
        refusal.ErrorCode is MySqlErrorCode.DuplicateKeyEntry or MySqlErrorCode.ColumnCannotBeNull || refusal.Number is NoSuchFile or NoAccessToFile;

    private bool TryRoot(string sql)
    {
        try
        {
            Execute(_root, sql);
            return true;
        }
        catch (MySqlException)
        {
            return false;
        }
    }

    private List<string> Texts(string query, int column = 0) => Rows(_root, query).ConvertAll(r => r[column]);

    private static void Execute(MySqlConnection connection, string sql)
    {
        using var command = new MySqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static List<string[]> Rows(MySqlConnection connection, string query)
    {
        using var command = new MySqlCommand(query, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]);
        return rows;
    }
}

/// <summary>A privilege that the server wants for a statement, and the table it wants it for; the database only when it is another one.</summary>
internal sealed record Demand(string Privilege, string Table, string? Database)
{
    public string Name => Database is null ? Table : $"{Database}.{Table}";
}
