using System;
using System.Collections.Generic;
using System.Linq;

namespace DataEngAnalyzers.Manifests;

/// <summary>Types as Alembic's revisions write them: <c>sa.String(length=50)</c>.</summary>
internal static class SqlAlchemyType
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SmallInteger"] = "smallint", ["Integer"] = "int", ["BigInteger"] = "bigint",
        ["Numeric"] = "decimal", ["DECIMAL"] = "decimal",
        ["String"] = "varchar", ["Unicode"] = "varchar", ["VARCHAR"] = "varchar", ["CHAR"] = "char", ["Text"] = "text", ["UnicodeText"] = "text",
        ["Boolean"] = "boolean", ["Date"] = "date", ["Uuid"] = "uuid", ["LargeBinary"] = "blob",
        ["SMALLINT"] = "smallint", ["BIGINT"] = "bigint", ["TIMESTAMP"] = "timestamp", ["DateTime"] = "timestamp",
    };

    /// <summary>The type as DDL would write it; <see langword="null"/> for one of which it is not known what fits.</summary>
    public static string? ToSql(string type)
    {
        var open = type.IndexOf('(');
        var path = (open < 0 ? type : type.Substring(0, open)).Trim();
        if (!Names.TryGetValue(path.Substring(path.LastIndexOf('.') + 1), out var name))
            return null;

        var arguments = open < 0 ? [] : type.Substring(open + 1).TrimEnd(')', ' ').Split([','], StringSplitOptions.RemoveEmptyEntries).Select(argument => argument.Trim()).ToArray();
        if (name == "timestamp")
            return arguments.Any(argument => argument.Replace(" ", string.Empty) == "timezone=True") ? "timestamptz" : name;

        var sizes = arguments.Select(argument => argument.Substring(argument.IndexOf('=') + 1).Trim()).Where(argument => argument.Length > 0 && argument.All(char.IsDigit)).ToList();
        return sizes.Count == 0 ? name : $"{name}({string.Join(",", sizes)})";
    }
}
