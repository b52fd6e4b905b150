using System.Collections.Generic;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>A statement, and the conditions of the blocks that decide whether it runs.</summary>
internal sealed record GuardedStatement(TSqlStatement Statement, IReadOnlyList<BooleanExpression> Guards);

/// <summary>The statements of a script in order, without the blocks, branches and loops around them.</summary>
internal static class StatementWalk
{
    public static IEnumerable<GuardedStatement> Of(TSqlScript script) => script.Batches.SelectMany(b => Of(b.Statements, []));

    private static IEnumerable<GuardedStatement> Of(IEnumerable<TSqlStatement> statements, IReadOnlyList<BooleanExpression> guards) =>
        statements.SelectMany(s => Of(s, guards));

    private static IEnumerable<GuardedStatement> Of(TSqlStatement statement, IReadOnlyList<BooleanExpression> guards) => statement switch
    {
        BeginEndBlockStatement block => Of(block.StatementList.Statements, guards),
        TryCatchStatement attempt => Of(attempt.TryStatements.Statements.Concat(attempt.CatchStatements.Statements), guards),
        WhileStatement loop => Of(loop.Statement, guards),
        IfStatement choice => Of(choice.ThenStatement, [.. guards, choice.Predicate])
            .Concat(choice.ElseStatement is { } otherwise ? Of(otherwise, [.. guards, choice.Predicate]) : []),
        ProcedureStatementBodyBase { StatementList: { } body } => Of(body.Statements, []).Prepend(new GuardedStatement(statement, guards)),
        TriggerStatementBody { StatementList: { } body } => Of(body.Statements, []).Prepend(new GuardedStatement(statement, guards)),
        _ => [new GuardedStatement(statement, guards)],
    };
}
