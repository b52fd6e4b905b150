using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Catalog;

/// <summary>One <c>*.sql</c> additional file.</summary>
internal sealed class SqlFile
{
    private readonly string _path;
    private readonly SourceText _source;

    private SqlFile(string path, SourceText source, SqlDialect dialect)
    {
        _path = path;
        _source = source;
        Version = ScriptVersion.Of(path);
        Script = SqlReader.Read(SqlText.FromConstant(source.ToString()), dialect);
    }

    public string Name => Path.GetFileName(_path);

    /// <summary>Its place in the order in which a runner takes scripts.</summary>
    public ScriptVersion Version { get; }

    public SqlScript Script { get; }

    /// <summary>The whole file, read; <see langword="null"/> for another kind of file.</summary>
    public static SqlFile? Read(AdditionalText file, SqlDialect dialect) =>
        IsSql(file) && file.GetText() is { } text ? new SqlFile(file.Path, text, dialect) : null;

    /// <summary>The steps of its statements, in order.</summary>
    public IEnumerable<SchemaStep> Steps
    {
        get
        {
            var steps = new SqlSteps(Script.Dialect, FactSource.Scripts, Locate);
            return Script.Statements.SelectMany(steps.Of);
        }
    }

    /// <summary>The place of a part of the text.</summary>
    public Location Locate(SqlSpan span)
    {
        var place = new TextSpan(span.Start, span.Length);
        return Location.Create(_path, place, _source.Lines.GetLinePositionSpan(place));
    }

    private static bool IsSql(AdditionalText file) => string.Equals(Path.GetExtension(file.Path), ".sql", StringComparison.OrdinalIgnoreCase);
}
