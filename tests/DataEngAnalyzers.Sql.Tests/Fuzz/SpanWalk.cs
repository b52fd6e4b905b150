using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DataEngAnalyzers.Sql.Tests.Fuzz;

/// <summary>Finds every span that can be reached from what the reader says, facts of the future too.</summary>
internal static class SpanWalk
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static IEnumerable<(string Path, SqlSpan Span)> Of(object root) => Walk(root, root.GetType().Name);

    private static IEnumerable<(string Path, SqlSpan Span)> Walk(object? value, string path) => value switch
    {
        null or string => [],
        SqlSpan span => [(path, span)],
        IEnumerable items => items.Cast<object?>().SelectMany(item => Walk(item, path)),
        _ => Properties.GetOrAdd(value.GetType(), Spanned).SelectMany(property => Walk(property.GetValue(value), $"{path}.{property.Name}")),
    };

    // Numbers, flags and enums hold none.
    private static PropertyInfo[] Spanned(Type type) =>
        type.Namespace is not { } name || !name.StartsWith("DataEngAnalyzers.Sql", StringComparison.Ordinal) || type.IsEnum
            ? []
            : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !p.PropertyType.IsPrimitive && p.PropertyType != typeof(string))];
}
