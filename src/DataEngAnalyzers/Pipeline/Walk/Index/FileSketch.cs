using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What one file declares and mentions, by its syntax alone: the same in every compilation that holds the tree.</summary>
internal sealed class FileSketch
{
    private readonly Lazy<ImmutableArray<MemberSketch>> _members;

    private FileSketch(SyntaxTree tree)
    {
        Unit = (CompilationUnitSyntax)tree.GetRoot();
        Words = FileWords.Of(tree.GetText().ToString());
        Types = TypeSketch.In(Unit).ToImmutableArray();
        _members = new Lazy<ImmutableArray<MemberSketch>>(() => MemberSketch.In(Unit).ToImmutableArray(), LazyThreadSafetyMode.PublicationOnly);
    }

    public CompilationUnitSyntax Unit { get; }

    public FileWords Words { get; }

    public ImmutableArray<TypeSketch> Types { get; }

    /// <summary>Its members with bodies; their syntax is walked when somebody first asks.</summary>
    public ImmutableArray<MemberSketch> Members => _members.Value;

    /// <summary>The sketches that live as long as their trees, so that an edit re-reads one file.</summary>
    internal sealed class Cache
    {
        private readonly ConditionalWeakTable<SyntaxTree, FileSketch> _sketches = new();

        public FileSketch Of(SyntaxTree tree) => _sketches.GetValue(tree, key => new FileSketch(key));
    }
}
