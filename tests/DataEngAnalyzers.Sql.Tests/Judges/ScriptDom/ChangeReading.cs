using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>INSERT, UPDATE, DELETE and MERGE.</summary>
internal static class ChangeReading
{
    public static IEnumerable<StatementVerdict> Of(DataModificationStatement statement, IReadOnlyList<Guard> guards)
    {
        var change = SpecificationOf(statement);
        var common = CommonTables.Of(statement.WithCtesAndXmlNamespaces);
        var parameters = ParameterUses.Of(statement);
        return InnerChanges.Of(change).Select(inner => Of(inner, TableUses.Of(inner, common), []))
            .Append(Of(change, TableUses.Of(statement, change, common), guards) with
            {
                Start = statement.StartOffset,
                Parameters = parameters.Names,
                Comparisons = parameters.Comparisons,
            });
    }

    private static DataModificationSpecification SpecificationOf(DataModificationStatement statement) => statement switch
    {
        InsertStatement insert => insert.InsertSpecification,
        UpdateStatement update => update.UpdateSpecification,
        DeleteStatement delete => delete.DeleteSpecification,
        MergeStatement merge => merge.MergeSpecification,
        _ => throw new NotSupportedException(statement.GetType().Name),
    };

    private static StatementVerdict Of(DataModificationSpecification change, TableUses uses, IReadOnlyList<Guard> guards)
    {
        var verdict = new StatementVerdict { Written = uses.Written, Read = uses.Read };
        return change switch
        {
            InsertSpecification insert => verdict with
            {
                Kind = SqlStatementKind.Insert,
                Mode = AsksFirst(insert, guards) ? SqlWriteMode.AppendIfAbsent : SqlWriteMode.Append,
                Columns = insert.Columns.Any(c => c.MultiPartIdentifier is null) ? null : [.. insert.Columns.Select(LastOf)],
                Assigned = [],
            },
            UpdateSpecification update => verdict with { Kind = SqlStatementKind.Update, Mode = SqlWriteMode.Update, Assigned = Assigned(update.SetClauses), HasWhere = update.WhereClause is not null },
            MergeSpecification merge => verdict with
            {
                Kind = SqlStatementKind.Merge,
                Mode = SqlWriteMode.Merge,
                Columns = [.. Actions<InsertMergeAction>(merge).SelectMany(a => a.Columns).Select(LastOf)],
                Assigned = Assigned(Actions<UpdateMergeAction>(merge).SelectMany(a => a.SetClauses)),
            },
            DeleteSpecification delete => verdict with { Kind = SqlStatementKind.Delete, Mode = SqlWriteMode.Delete, HasWhere = delete.WhereClause is not null },
            _ => throw new NotSupportedException(change.GetType().Name),
        };
    }

    private static bool AsksFirst(InsertSpecification insert, IReadOnlyList<Guard> guards)
    {
        var target = TableName.Of(insert.Target);
        return AbsenceTest.Tests(insert.InsertSource, target) || guards.Any(g => AbsenceTest.LooksInto(g.Condition, target) || CountsChangesOf(target, g));
    }

    // UPDATE t …; IF @@ROWCOUNT = 0 INSERT t …
    private static bool CountsChangesOf(string target, Guard guard) =>
        guard is { Condition: BooleanComparisonExpression { FirstExpression: GlobalVariableExpression { Name: var name } }, Before: UpdateStatement update }
        && name.Equals("@@ROWCOUNT", StringComparison.OrdinalIgnoreCase)
        && TableName.Of(update.UpdateSpecification.Target).Equals(target, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<T> Actions<T>(MergeSpecification merge) => merge.ActionClauses.Select(c => c.Action).OfType<T>();

    private static List<string> Assigned(IEnumerable<SetClause> clauses) =>
        [.. clauses.OfType<AssignmentSetClause>().Where(c => c.Column?.MultiPartIdentifier is not null).Select(c => LastOf(c.Column))];

    private static string LastOf(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    /// <summary>INSERT … SELECT … FROM ( MERGE … OUTPUT … ).</summary>
    private sealed class InnerChanges : TSqlFragmentVisitor
    {
        private readonly List<DataModificationSpecification> _found = [];

        public static List<DataModificationSpecification> Of(DataModificationSpecification change)
        {
            var inner = new InnerChanges();
            change.AcceptChildren(inner);
            return inner._found;
        }

        public override void Visit(DataModificationTableReference node) => _found.Add(node.DataModificationSpecification);
    }
}
