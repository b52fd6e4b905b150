using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql.Tests.Corpus;
using DataEngAnalyzers.Sql.Tests.Judges;
using DuckDB.NET.Data;
using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Sql.Tests.Lineage;

/// <summary>The columns a query gives are those that DuckDB describes: as many, and by the names we say.</summary>
public sealed class DescribedColumnsTests(ITestOutputHelper output)
{
    private const int Demanded = 40;

    [Fact]
    public void DuckDB_describes_the_same_columns()
    {
        var described = 0;
        var faults = new List<string>();
        foreach (var tables in CorpusFiles.Of(SqlDialect.PostgreSql).Concat(CorpusFiles.Of(SqlDialect.DuckDb)).Where(sample => !sample.HasHole).GroupBy(sample => sample.Setup))
        {
            using var database = new DuckDBConnection("DataSource=:memory:");
            database.Open();
            foreach (var statement in SqlPieces.Statements(tables.Key))
                Names(database, statement);
            foreach (var sample in tables.Where(sample => SqlPieces.FirstWord(sample.Sql) is "SELECT" or "WITH" or "FROM" && SqlPieces.Statements(sample.Sql).Count == 1))
            {
                if (Names(database, "DESCRIBE " + sample.Sql) is not { Count: > 0 } names)
                    continue;

                described++;
                if (FaultIn(names, sample.Sql, Known(database)) is { } fault)
                    faults.Add($"{sample.Id}: {fault}");
            }
        }

        output.WriteLine($"DuckDB describes {described} queries");
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.True(described >= Demanded);
    }

    private static string? FaultIn(List<string> names, string sql, string known)
    {
        var script = SqlReading.Script(sql, SqlDialect.DuckDb);
        var columns = script.LineageOf(script.Statements[^1], LineageText.Known(known)).Columns;
        if (columns.Any(column => column.IsStar))
            return null;
        if (columns.Length != names.Count)
            return $"there are {names.Count} columns, and we see {columns.Length}";

        var other = names.Zip(columns).FirstOrDefault(pair => pair.Second.Name is { } name && !SqlWords.Same(name, pair.First));
        return other.First is null ? null : $"{other.First} is called {other.Second.Name}";
    }

    private static string Known(DuckDBConnection database) => string.Join(' ', Names(
        database,
        "SELECT table_schema || '.' || table_name || '(' || string_agg(column_name, ', ' ORDER BY ordinal_position) || ')' FROM information_schema.columns GROUP BY table_schema, table_name") ?? []);

    private static List<string>? Names(DuckDBConnection database, string sql)
    {
        try
        {
            using var command = database.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var names = new List<string>();
            while (reader.Read())
                names.Add(reader.GetString(0));
            return names;
        }
        catch (Exception failure) when (failure is DuckDBException or InvalidOperationException)
        {
            // What is PostgreSQL's own, or has parameters.
            return null;
        }
    }
}
