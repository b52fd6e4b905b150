using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Catalog;

/// <summary>Tables that DDL declares: in constant strings of the compilation and in <c>*.sql</c> additional files.</summary>
internal sealed class DdlTables
{
    private readonly List<SqlStatement> _statements = new();

    private DdlTables()
    {
    }

    public static DdlTables Of(PipelineContext context, ImmutableArray<AdditionalText> files)
    {
        var tables = new DdlTables();
        foreach (var file in files)
        {
            if (string.Equals(Path.GetExtension(file.Path), ".sql", StringComparison.OrdinalIgnoreCase) && file.GetText() is { } text)
                tables.Read(SqlText.FromConstant(text.ToString()), context.DefaultDialect);
        }

        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            foreach (var literal in LiteralsIn(tree.GetRoot()))
            {
                if (context.ModelFor(tree).GetConstantValue(Whole(literal)) is { HasValue: true, Value: string ddl })
                    tables.Read(SqlText.FromConstant(ddl), context.DefaultDialect);
            }
        }

        return tables;
    }

    /// <summary>Primary keys first, then unique ones.</summary>
    public IEnumerable<TableKey> KeysOf(Dataset table) => PrimaryKeysOf(table).Concat(UniqueKeysOf(table))
        .Where(columns => !columns.IsEmpty)
        .Select(columns => new TableKey(columns.Select(column => column.Last).ToImmutableArray(), KeyOrigin.Ddl));

    public ImmutableArray<string> ColumnsOf(Dataset table) =>
        DefinitionsOf(table).FirstOrDefault(definition => definition is { IsPartial: false }) is { } found
            ? found.Columns.Where(column => !column.IsGenerated).Select(column => column.Name.Last).ToImmutableArray()
            : ImmutableArray<string>.Empty;

    public bool HasUniqueKey(Dataset table) => UniqueKeysOf(table).Any(columns => !columns.IsEmpty);

    private IEnumerable<SqlTableDefinition> DefinitionsOf(Dataset table) => About(table).Select(statement => statement.Definition).OfType<SqlTableDefinition>();

    private IEnumerable<ImmutableArray<SqlName>> PrimaryKeysOf(Dataset table) =>
        DefinitionsOf(table).Select(definition => definition.PrimaryKey)
            .Concat(AddedKeys(table).Where(change => change.IsPrimaryKey).Select(change => change.KeyColumns));

    private IEnumerable<ImmutableArray<SqlName>> UniqueKeysOf(Dataset table) =>
        DefinitionsOf(table).SelectMany(definition => definition.UniqueKeys)
            .Concat(AddedKeys(table).Where(change => !change.IsPrimaryKey).Select(change => change.KeyColumns))
            .Concat(About(table).Where(statement => statement.Index is { IsUnique: true, IsPartial: false }).Select(statement => statement.Index!.Columns));

    private IEnumerable<SqlSchemaChange> AddedKeys(Dataset table) =>
        About(table).SelectMany(statement => statement.Changes).Where(change => change.Kind == SqlSchemaChangeKind.AddConstraint);

    private IEnumerable<SqlStatement> About(Dataset table) =>
        _statements.Where(statement => statement.Target is { HasHole: false } target && table.Matches(new Dataset(DatasetKind.Table, target.Text)));

    private void Read(SqlText text, SqlDialect dialect) =>
        _statements.AddRange(SqlReader.Read(text, dialect).Statements.Where(statement =>
            statement.Kind is SqlStatementKind.CreateTable or SqlStatementKind.AlterTable or SqlStatementKind.CreateIndex));

    private static IEnumerable<ExpressionSyntax> LiteralsIn(SyntaxNode root) => root.DescendantNodes()
        .OfType<LiteralExpressionSyntax>()
        .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && DeclaresTable(literal.Token.ValueText));

    private static bool DeclaresTable(string text) => Mentions(text, "CREATE") && (Mentions(text, "TABLE") || Mentions(text, "INDEX")) || (Mentions(text, "ALTER") && Mentions(text, "CONSTRAINT"));

    private static bool Mentions(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    // The whole concatenation that a literal is part of.
    private static ExpressionSyntax Whole(ExpressionSyntax literal)
    {
        while (literal.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ParenthesizedExpressionSyntax)
            literal = (ExpressionSyntax)literal.Parent;
        return literal;
    }
}
