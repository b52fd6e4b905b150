using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Manifests;

namespace DataEngAnalyzers.Rules;

/// <summary>What rules tell a fix that edits another tool's file.</summary>
internal static class ManifestFixFacts
{
    /// <summary>The path of the file.</summary>
    public const string File = "file";

    /// <summary>Lines and columns in the file, from 1.</summary>
    public const string Places = "places";

    private const char Separator = '\n';

    /// <summary>Names the file that is to be edited, and the places in it.</summary>
    public static Finding ForFix(this Finding finding, IEnumerable<ManifestPlace> places)
    {
        var all = places.Distinct().ToList();
        return all.Count == 0 || all.Any(place => place.File != all[0].File)
            ? finding
            : finding.ForFix(File, all[0].File.Path).ForFixAll(Places, all.Select(place => $"{place.Line.ToString(CultureInfo.InvariantCulture)}:{place.Column.ToString(CultureInfo.InvariantCulture)}"));
    }

    /// <summary>Hands a list to the fix.</summary>
    public static Finding ForFixAll(this Finding finding, string key, IEnumerable<string> entries) => finding.ForFix(key, string.Join(Separator.ToString(), entries));

    /// <summary>The entries of such a list.</summary>
    public static IReadOnlyList<string> Entries(string? list) => string.IsNullOrEmpty(list) ? [] : list!.Split(Separator);

    /// <summary>The line and column, from 0, of an entry of <see cref="Places"/>.</summary>
    public static (int Line, int Column)? PlaceOf(string entry) =>
        entry.Split(':') is [var line, var column]
        && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
        && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? (Math.Max(row - 1, 0), Math.Max(at - 1, 0))
            : null;
}
