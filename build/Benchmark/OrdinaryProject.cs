using System.Collections.Generic;

namespace DataEngAnalyzers.Benchmark;

/// <summary>
/// Generates a project in which no data moves: classes, LINQ, strings, collections, async, and members whose names
/// (<c>Add</c>, <c>Write</c>, <c>Read</c>, <c>Execute</c>) are also those of data libraries.
/// </summary>
internal static class OrdinaryProject
{
    private const string Template = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Ordinary.Area@;

        public enum Kind@ { Plain, Special, Retired }

        public sealed record Part@(int Id, string Name, decimal Weight, Kind@ Kind);

        public interface ICommand@
        {
            int Execute(Part@ part);
        }

        public sealed class Shelf@
        {
            private readonly Dictionary<int, Part@> _parts = new();
            private readonly List<string> _journal = new();

            public event EventHandler<Part@>? Added;

            public int Count => _parts.Count;

            public Part@? this[int id] => _parts.TryGetValue(id, out var part) ? part : null;

            public bool Add(Part@ part)
            {
                if (!_parts.TryAdd(part.Id, part))
                    return false;

                _journal.Add("added " + part.Name);
                Added?.Invoke(this, part);
                return true;
            }

            public bool Remove(int id)
            {
                if (!_parts.Remove(id, out var part))
                    return false;

                _journal.Add($"removed {part.Name} ({part.Kind})");
                return true;
            }

            public IReadOnlyList<Part@> Heaviest(int count) => _parts.Values
                .Where(part => part.Kind != Kind@.Retired)
                .OrderByDescending(part => part.Weight)
                .ThenBy(part => part.Name, StringComparer.Ordinal)
                .Take(count)
                .ToList();

            public IDictionary<Kind@, decimal> WeightByKind() => _parts.Values
                .GroupBy(part => part.Kind)
                .ToDictionary(group => group.Key, group => group.Sum(part => part.Weight));

            public string Read(string separator)
            {
                var text = new StringBuilder();
                foreach (var line in _journal)
                {
                    if (text.Length > 0)
                        text.Append(separator);
                    text.Append(line);
                }

                return text.ToString();
            }
        }

        public sealed class Reprice@ : ICommand@
        {
            private readonly decimal _factor;

            public Reprice@(decimal factor) => _factor = factor;

            public int Execute(Part@ part)
            {
                var price = part.Kind switch
                {
                    Kind@.Plain when part.Weight > 10 => part.Weight * _factor,
                    Kind@.Plain => part.Weight,
                    Kind@.Special => part.Weight * _factor * 2,
                    _ => 0m,
                };
                return (int)Math.Round(price, MidpointRounding.AwayFromZero);
            }
        }

        public sealed class Printer@
        {
            private readonly TextWriter _output;

            public Printer@(TextWriter output) => _output = output;

            public void Write(Shelf@ shelf, int count)
            {
                foreach (var (part, place) in shelf.Heaviest(count).Select((part, index) => (part, index + 1)))
                    _output.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0}. {1} {2:0.00}", place, part.Name, part.Weight));
            }

            public async Task WriteAsync(Shelf@ shelf, ICommand@ command, CancellationToken cancellation)
            {
                var total = 0;
                for (var id = 0; id < shelf.Count; id++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (shelf[id] is not { } part)
                        continue;

                    total += command.Execute(part);
                    await _output.WriteLineAsync(part.Name.AsMemory(), cancellation).ConfigureAwait(false);
                }

                await _output.WriteAsync(total.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
            }
        }

        public static class Words@
        {
            private static readonly char[] Separators = { ' ', ',', ';' };

            public static int[] Numbers(string text) => text
                .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.All(char.IsDigit))
                .Select(word => int.Parse(word, CultureInfo.InvariantCulture))
                .ToArray();

            public static string Reverse(string text)
            {
                var letters = text.ToCharArray();
                for (int left = 0, right = letters.Length - 1; left < right; left++, right--)
                    (letters[left], letters[right]) = (letters[right], letters[left]);
                return new string(letters);
            }

            public static async Task<string> JoinAsync(IEnumerable<Task<string>> parts)
            {
                var results = new List<string>();
                foreach (var part in parts)
                {
                    try
                    {
                        results.Add(await part.ConfigureAwait(false));
                    }
                    catch (InvalidOperationException e)
                    {
                        results.Add(e.Message);
                    }
                }

                return string.Join('\n', results);
            }
        }

        """;

    /// <summary>Writes files of at least <paramref name="lines"/> lines together and returns their paths.</summary>
    public static IReadOnlyList<string> Write(string folder, int lines) => Numbered.Write(folder, "Area", Template, lines);
}
