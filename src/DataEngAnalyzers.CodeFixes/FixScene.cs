using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>The document a fix works on: text, syntax and meaning of one version.</summary>
public sealed class FixScene
{
    private FixScene(Document document, SourceText text, CompilationUnitSyntax root, SemanticModel model, CancellationToken cancellation)
    {
        Document = document;
        Text = text;
        Root = root;
        Model = model;
        Cancellation = cancellation;
        NewLine = text.Lines.Count > 1 && text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak)) is { Length: > 0 } found ? found : "\n";
    }

    private List<Site>? _sites;

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>Its text.</summary>
    public SourceText Text { get; }

    /// <summary>Its syntax.</summary>
    public CompilationUnitSyntax Root { get; }

    /// <summary>Its meaning.</summary>
    public SemanticModel Model { get; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The line break the document uses.</summary>
    public string NewLine { get; }

    /// <summary>Reads a document; <see langword="null"/> where it is no C#.</summary>
    public static async Task<FixScene?> OfAsync(Document document, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is CompilationUnitSyntax unit && model is not null ? new FixScene(document, text, unit, model, cancellation) : null;
    }

    /// <summary>The data operations of the document, each with the stage it belongs to.</summary>
    internal IReadOnlyList<Site> Sites => _sites ??= FindSites();

    /// <summary>The data operations that stand where a finding does, each with the stage it belongs to.</summary>
    internal IEnumerable<Site> SitesAt(Diagnostic diagnostic) => Sites.Where(site => StandsAt(site.Operation, diagnostic.Location.SourceSpan));

    private static bool StandsAt(DataOperation operation, TextSpan place) => operation.Location.SourceSpan == place || operation.StatementPlace.SourceSpan == place;

    /// <summary>The node that a finding stands on.</summary>
    public SyntaxNode NodeAt(Diagnostic diagnostic) => Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>A name that means nothing yet at a position, nor anywhere in the member around it: the wish, or the wish with a number.</summary>
    internal string FreeName(string wish, int position)
    {
        var member = Root.FindToken(position).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)Root;
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        var name = wish;
        for (var number = 2; taken.Contains(name) || !Model.LookupSymbols(position, name: name).IsEmpty; number++)
            name = wish + number;
        return name;
    }

    /// <summary>The shortest way to write a type at a position.</summary>
    internal string NameAt(string type, int position) =>
        Model.Compilation.GetTypeByMetadataName(type) is { } symbol ? symbol.ToMinimalDisplayString(Model, position) : type;

    /// <summary>The node at a place of the document.</summary>
    internal SyntaxNode NodeAt(Location location) => Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The whitespace before the first token of the line a position is on.</summary>
    public string IndentationAt(int position)
    {
        var line = Text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && Text[end] is ' ' or '\t')
            end++;
        return Text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    // The fix sees what the analyzer saw: the same model, built from the same project.
    private List<Site> FindSites()
    {
        var sites = new List<Site>();
        if (PipelineContexts.Create(Model.Compilation, Document.Project.AnalyzerOptions, new HostCache(), Cancellation) is not { } context)
            return sites;

        foreach (var root in context.Roots.Above(context.Code.TouchingIn(Root.SyntaxTree), Cancellation))
        {
            foreach (var stage in StageBuilder.Build(root.Declaration, context, Cancellation))
                sites.AddRange(stage.Operations.Where(operation => operation.Location.SourceTree == Root.SyntaxTree).Select(operation => new Site(stage, operation)));
        }

        return sites;
    }
}
