using System;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>Whether rows are inserted only when the target does not have them.</summary>
internal sealed class AbsenceTest : TSqlFragmentVisitor
{
    private readonly string _target;
    private bool _found;

    private AbsenceTest(string target) => _target = target;

    /// <summary>NOT EXISTS, NOT IN, EXCEPT or LEFT JOIN … IS NULL on the target.</summary>
    public static bool Tests(TSqlFragment rows, string target)
    {
        var test = new AbsenceTest(target);
        rows.Accept(test);
        return test._found;
    }

    /// <summary>The condition of a block reads the target.</summary>
    public static bool LooksInto(TSqlFragment condition, string target) => TableUses.Of(condition).Read.Any(t => Same(t, target));

    public override void Visit(BooleanNotExpression node) => _found |= node.Expression is ExistsPredicate exists && LooksInto(exists, _target);

    public override void Visit(InPredicate node) => _found |= node is { NotDefined: true, Subquery: { } subquery } && LooksInto(subquery, _target);

    public override void Visit(BinaryQueryExpression node) =>
        _found |= node.BinaryQueryExpressionType is BinaryQueryExpressionType.Except && LooksInto(node.SecondQueryExpression, _target);

    public override void Visit(QuerySpecification node)
    {
        if (node.WhereClause is null || node.FromClause is null)
            return;

        var tables = FromTables.Of(node.FromClause).Where(t => Same(TableName.Of(t), _target));
        _found |= tables.Any(t => NullTest.Tests(node.WhereClause, TableName.AliasOf(t) ?? TableName.Of(t).Split('.')[^1]));
    }

    private static bool Same(string a, string b) => a.Length > 0 && (a + ".").EndsWith("." + b + ".", StringComparison.OrdinalIgnoreCase)
        || a.Equals(b, StringComparison.OrdinalIgnoreCase) || b.EndsWith("." + a, StringComparison.OrdinalIgnoreCase);

    /// <summary>A column of a table is tested for NULL.</summary>
    private sealed class NullTest(string qualifier) : TSqlFragmentVisitor
    {
        private bool _found;

        public static bool Tests(WhereClause where, string qualifier)
        {
            var test = new NullTest(qualifier);
            where.Accept(test);
            return test._found;
        }

        public override void Visit(BooleanIsNullExpression node) =>
            _found |= !node.IsNot && node.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., var table, _] }
                && table.Value.Equals(qualifier, StringComparison.OrdinalIgnoreCase);
    }
}
