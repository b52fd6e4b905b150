using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// The members of a compilation that touch data, themselves or through members they mention, found by names alone. Nothing is bound:
/// a name may be meant for another member, so who uses this asks the compiler before it says so.
/// </summary>
internal sealed class CodeIndex
{
    // Nobody follows calls deeper than this, so nobody needs to know.
    private const int MostRounds = 8;

    private readonly ApiNames _names;
    private readonly Dictionary<SyntaxNode, MemberSketch> _touching = new();
    private readonly Dictionary<SyntaxTree, List<MemberSketch>> _byTree = new();
    private readonly Dictionary<string, List<MemberSketch>> _byMention = new();
    private readonly Dictionary<string, HashSet<int>> _reach = new();

    private CodeIndex(ApiNames names, TypeIndex types)
    {
        _names = names;
        Types = types;
    }

    public TypeIndex Types { get; }

    /// <summary>Reads a compilation: every file's words, and the syntax of those files that can reach data.</summary>
    public static CodeIndex Of(Compilation compilation, DataNames names, FileSketch.Cache sketches)
    {
        var files = compilation.SyntaxTrees.Select(sketches.Of).ToList();
        var index = new CodeIndex(new ApiNames(names), new TypeIndex(files));
        index.Spread(files, index.FindTouching(files));
        index.IndexMentions();
        return index;
    }

    /// <summary>All members that touch data, in no particular order.</summary>
    public IEnumerable<MemberSketch> Touching => _touching.Values;

    /// <summary>The members of a file that touch data, in source order.</summary>
    public IReadOnlyList<MemberSketch> TouchingIn(SyntaxTree tree) => _byTree.TryGetValue(tree, out var members) ? members : [];

    /// <summary>The member that a declaration is; <see langword="null"/> when it touches no data.</summary>
    public MemberSketch? Find(SyntaxNode declaration) => _touching.TryGetValue(declaration, out var member) ? member : null;

    /// <summary>The members that touch data and mention a name.</summary>
    public IReadOnlyList<MemberSketch> Mentioning(string name) => _byMention.TryGetValue(name, out var members) ? members : [];

    /// <summary>True when some member of this name touches data.</summary>
    public bool IsTouching(string name) => _reach.ContainsKey(name);

    /// <summary>True when a body is worth following: it touches data, or decides what a movement means.</summary>
    public bool IsFruitful(SyntaxNode declaration) => _touching.ContainsKey(declaration) || _names.GiveContext(declaration);

    private List<MemberSketch> FindTouching(List<FileSketch> files)
    {
        var found = new List<MemberSketch>();
        foreach (var file in files)
        {
            if (_names.MayTouch(file))
                found.AddRange(file.Members.Where(_names.Touch));
        }

        return found;
    }

    // A member touches data when one it mentions does.
    private void Spread(List<FileSketch> files, List<MemberSketch> found)
    {
        for (var round = 0; round < MostRounds && found.Count > 0; round++)
        {
            var fresh = Keep(found);
            var words = new WordTable(fresh.Keys);
            found = new List<MemberSketch>();
            foreach (var file in files)
            {
                var usable = file.Words.Hashes.SelectMany(hash => words.Of(hash)).Where(name => Types.Names(file, fresh[name])).ToList();
                if (usable.Count > 0)
                    found.AddRange(file.Members.Where(member => !_touching.ContainsKey(member.Declaration) && usable.Any(member.Mentions.Contains)));
            }
        }
    }

    // The names that count from now on, each with the names of types one of which its callers hold.
    private Dictionary<string, HashSet<int>> Keep(List<MemberSketch> found)
    {
        var fresh = new Dictionary<string, HashSet<int>>();
        foreach (var member in found)
        {
            _touching[member.Declaration] = member;
            Add(_byTree, member.Declaration.SyntaxTree, member);
        }

        foreach (var named in found.Where(member => member.Name.Length > 0).GroupBy(member => member.Name, member => member.Type))
        {
            var callers = fresh[named.Key] = Types.NamesThatReach(named);
            (_reach.TryGetValue(named.Key, out var all) ? all : _reach[named.Key] = new HashSet<int>()).UnionWith(callers);
        }

        return fresh;
    }

    private void IndexMentions()
    {
        foreach (var members in _byTree.Values)
            members.Sort((one, other) => one.Declaration.SpanStart.CompareTo(other.Declaration.SpanStart));
        foreach (var member in _touching.Values)
        {
            foreach (var name in member.Mentions.Where(_reach.ContainsKey))
                Add(_byMention, name, member);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<MemberSketch>> lists, TKey key, MemberSketch member)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = new List<MemberSketch>());
        list.Add(member);
    }

    /// <summary>What the models' names say of a file and a member.</summary>
    private sealed class ApiNames(DataNames names)
    {
        private readonly ConcurrentDictionary<SyntaxTree, FileNames> _files = new();

        // The names of conversions count in types that turn text into rows.
        public bool MayTouch(FileSketch file) => Of(file.Unit.SyntaxTree).OccurIn(file.Words) || file.Types.Any(type => RowConverters.IsNamedSo(type.Name));

        public bool Touch(MemberSketch member)
        {
            var known = Of(member.Declaration.SyntaxTree);
            if (RowConverters.IsNamedSo(member.Type))
                known = known.WithConversions;
            return member.Mentions.Any(known.IsData);
        }

        public bool GiveContext(SyntaxNode declaration)
        {
            var known = Of(declaration.SyntaxTree);
            return declaration.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && known.IsContext(token.ValueText));
        }

        private FileNames Of(SyntaxTree tree) => _files.GetOrAdd(tree, key => names.For((CompilationUnitSyntax)key.GetRoot()));
    }
}
