using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.CodeFixes;

/// <summary>Statements that follow each other: of a block, or of the top level of a program.</summary>
internal sealed class StatementList
{
    private readonly IReadOnlyList<StatementSyntax> _statements;

    private StatementList(IReadOnlyList<StatementSyntax> statements) => _statements = statements;

    public static StatementList Of(BlockSyntax block) => new(block.Statements);

    /// <summary>The list a statement stands in; <see langword="null"/> where it is the only statement of a branch or loop without braces.</summary>
    public static StatementList? Around(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => Of(block),
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => new(unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToList()),
        _ => null,
    };

    /// <summary>The statements that run behind one, local functions left out.</summary>
    public IEnumerable<StatementSyntax> After(StatementSyntax statement) =>
        _statements.Where(other => other.SpanStart > statement.SpanStart && other is not LocalFunctionStatementSyntax);

    /// <summary>The statements that run before one.</summary>
    public IEnumerable<StatementSyntax> Before(StatementSyntax statement) => _statements.Where(other => other.SpanStart < statement.SpanStart);

    /// <summary>The statements from one to another, both included.</summary>
    public IEnumerable<StatementSyntax> Between(StatementSyntax first, StatementSyntax last) =>
        _statements.Where(other => other.SpanStart >= first.SpanStart && other.SpanStart <= last.SpanStart);

    public bool Contains(StatementSyntax statement) => _statements.Contains(statement);

    /// <summary>The change that puts a line of code behind a statement and its comment.</summary>
    public static TextChange InsertAfter(StatementSyntax statement, string code, FixScene scene)
    {
        var line = scene.Text.Lines.GetLineFromPosition(statement.Span.End);
        var ownsLine = statement.FullSpan.End >= line.End;
        return ownsLine
            ? new TextChange(new TextSpan(line.End, 0), scene.NewLine + scene.IndentationAt(statement.SpanStart) + code)
            : new TextChange(new TextSpan(statement.Span.End, 0), " " + code);
    }

    /// <summary>The change that puts a line of code before a statement.</summary>
    public static TextChange InsertBefore(StatementSyntax statement, string code, FixScene scene) =>
        new(new TextSpan(statement.SpanStart, 0), code + scene.NewLine + scene.IndentationAt(statement.SpanStart));
}
