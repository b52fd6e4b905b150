using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace DataEngAnalyzers.Catalog;

/// <summary>
/// The place of a script in its series, as its name says: <c>V1_2__add_region.sql</c> (Evolve, Flyway), <c>0007_add_region.sql</c>,
/// <c>Script0007 - Add region.sql</c> (DbUp), <c>20260301101500_add_region.sql</c>.
/// </summary>
internal sealed class ScriptVersion : IComparable<ScriptVersion>
{
    private static readonly Regex Versioned = new(
        @"^(?<word>|[VUSM]|script|migration|update|upgrade|patch|step|change|delta)[ _.-]?(?<version>\d+([._-]\d+)*)(?=\D|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    // The way back of the change of the same number.
    private static readonly string[] UndoEndings = [".down", ".undo", ".rollback", "_down", "_undo", "_rollback", "-down", "-undo", "-rollback"];

    private readonly string _path;
    private readonly ImmutableArray<decimal> _numbers;

    private ScriptVersion(string path, ImmutableArray<decimal> numbers, bool isUndo)
    {
        _path = path;
        _numbers = numbers;
        IsUndo = isUndo;
    }

    /// <summary>True for a file that its name puts into a series.</summary>
    public bool IsVersioned => !_numbers.IsEmpty;

    /// <summary>True for a script that takes a change back; it does not run when a database is brought forward.</summary>
    public bool IsUndo { get; }

    public static ScriptVersion Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var match = Versioned.Match(name);
        var isUndo = UndoEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || (match.Success && match.Groups["word"].Value is "U" or "u");
        return new ScriptVersion(path, match.Success ? NumbersOf(match.Groups["version"].Value) : ImmutableArray<decimal>.Empty, isUndo);
    }

    /// <summary>Numbered scripts by number, then the others, which are run again whenever they change, by path.</summary>
    public int CompareTo(ScriptVersion? other)
    {
        if (other is null)
            return 1;
        if (IsVersioned != other.IsVersioned)
            return IsVersioned ? -1 : 1;

        for (var at = 0; at < Math.Max(_numbers.Length, other._numbers.Length); at++)
        {
            var order = NumberAt(at).CompareTo(other.NumberAt(at));
            if (order != 0)
                return order;
        }

        return string.CompareOrdinal(_path, other._path);
    }

    private decimal NumberAt(int at) => at < _numbers.Length ? _numbers[at] : 0;

    private static ImmutableArray<decimal> NumbersOf(string version) => version.Split('.', '_', '-')
        .Select(number => decimal.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : decimal.MaxValue)
        .ToImmutableArray();
}
