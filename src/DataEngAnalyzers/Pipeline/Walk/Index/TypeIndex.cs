using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Knowledge;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The types of a compilation by name, who derives from whom, and which files name them.</summary>
internal sealed class TypeIndex
{
    // A type that everybody names says nothing about who calls its users.
    private const int MostFiles = 200;

    private readonly Dictionary<string, List<TypeSketch>> _byName = new();
    private readonly Dictionary<string, List<TypeSketch>> _byBase = new();
    private readonly Dictionary<int, List<FileSketch>> _files = new();
    private readonly Dictionary<FileSketch, List<int>> _named = new();

    public TypeIndex(IReadOnlyCollection<FileSketch> files)
    {
        foreach (var type in files.SelectMany(file => file.Types))
        {
            Add(_byName, type.Name, type);
            foreach (var listed in type.Bases)
                Add(_byBase, listed, type);
        }

        var hashes = new HashSet<int>(_byName.Keys.Select(WordHash.Of));
        foreach (var file in files)
        {
            var named = _named[file] = new List<int>();
            foreach (var hash in file.Words.Hashes)
            {
                if (!hashes.Contains(hash))
                    continue;
                named.Add(hash);
                Add(_files, hash, file);
            }
        }
    }

    /// <summary>The types that list one of this name among their bases, and those below them.</summary>
    public IReadOnlyList<TypeSketch> Below(string name)
    {
        var found = new List<TypeSketch>();
        var seen = new HashSet<string> { name };
        var pending = new Queue<string>(seen);
        while (pending.Count > 0)
        {
            if (!_byBase.TryGetValue(pending.Dequeue(), out var derived))
                continue;
            foreach (var type in derived)
            {
                found.Add(type);
                if (seen.Add(type.Name))
                    pending.Enqueue(type.Name);
            }
        }

        return found;
    }

    /// <summary>
    /// Hashes of the type names one of which a file must hold to call a member of one of several types: the types' own names, those of
    /// their bases, and those of types that hold or derive from one of them.
    /// </summary>
    public HashSet<int> NamesThatReach(IEnumerable<string> types)
    {
        var near = new HashSet<string>(types);
        var pending = new Queue<string>(near);
        while (pending.Count > 0)
        {
            if (!_byName.TryGetValue(pending.Dequeue(), out var declared))
                continue;
            foreach (var listed in declared.SelectMany(sketch => sketch.Bases))
            {
                if (near.Add(listed))
                    pending.Enqueue(listed);
            }
        }

        var holders = near.Select(WordHash.Of).SelectMany(hash => _files.TryGetValue(hash, out var files) && files.Count <= MostFiles ? files : []).Distinct();
        return new HashSet<int>(near.Concat(holders.SelectMany(file => file.Types).Select(holder => holder.Name)).Select(WordHash.Of));
    }

    /// <summary>True when the file holds one of the names.</summary>
    public bool Names(FileSketch file, HashSet<int> hashes) => _named[file].Any(hashes.Contains);

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = new List<TValue>());
        list.Add(value);
    }
}
