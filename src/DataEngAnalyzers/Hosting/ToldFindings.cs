using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Hosting;

/// <summary>What a project hears about its own methods, so that nobody who calls them hears it again.</summary>
internal sealed class ToldFindings
{
    private readonly RunFindings _findings;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<SyntaxTree, ImmutableArray<Diagnostic>> _byTree = new();

    public ToldFindings(RunFindings findings, CancellationToken cancellation)
    {
        _findings = findings;
        _cancellation = cancellation;
    }

    /// <summary>Ids of the rules that report in the member around a node.</summary>
    public IEnumerable<string> In(SyntaxNode node)
    {
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;
        return FindingsIn(node.SyntaxTree).Where(finding => member.Span.Contains(finding.Location.SourceSpan)).Select(finding => finding.Id);
    }

    private ImmutableArray<Diagnostic> FindingsIn(SyntaxTree tree)
    {
        if (!_byTree.TryGetValue(tree, out var found))
            _byTree.Add(tree, found = _findings.In(tree, _cancellation).Where(finding => !HealthRules.All.Contains(finding.Descriptor)).ToImmutableArray());
        return found;
    }
}
