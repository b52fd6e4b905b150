using System.Collections.Generic;
using System.Linq;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>A condition that decides whether a statement runs, and the statement in front of it, whose row count it may look at.</summary>
internal sealed record Guard(BooleanExpression Condition, TSqlStatement? Before);

/// <summary>A statement and the conditions around it.</summary>
internal sealed record GuardedStatement(TSqlStatement Statement, IReadOnlyList<Guard> Guards);

/// <summary>The statements of a script in order, without the blocks, branches and loops around them.</summary>
internal static class StatementWalk
{
    public static IEnumerable<GuardedStatement> Of(TSqlScript script) => script.Batches.SelectMany(b => Of(b.Statements, []));

    private static IEnumerable<GuardedStatement> Of(IList<TSqlStatement> statements, IReadOnlyList<Guard> guards) =>
        statements.SelectMany((s, i) => Of(s, i > 0 ? statements[i - 1] : null, guards));

    private static IEnumerable<GuardedStatement> Of(TSqlStatement statement, TSqlStatement? before, IReadOnlyList<Guard> guards)
    {
        switch (statement)
        {
            case LabelStatement:
                return [];
            case BeginEndBlockStatement block:
                return Of(block.StatementList.Statements, guards);
            case TryCatchStatement attempt:
                return Of(attempt.TryStatements.Statements, guards).Concat(Of(attempt.CatchStatements.Statements, guards));
            case WhileStatement loop:
                return Of(loop.Statement, null, guards);
            case IfStatement choice:
                List<Guard> inner = [.. guards, new Guard(choice.Predicate, before)];
                return Of(choice.ThenStatement, null, inner).Concat(choice.ElseStatement is { } otherwise ? Of(otherwise, null, inner) : []);
            case ExecuteStatement call when WrittenOut(call) is { } script:
                return Of(script);
            default:
                return BodyOf(statement).Prepend(new GuardedStatement(statement, guards));
        }
    }

    // EXEC ('…') and sp_executesql N'…' do what the text says.
    private static TSqlScript? WrittenOut(ExecuteStatement call) => call.ExecuteSpecification.ExecutableEntity switch
    {
        ExecutableStringList list when list.Strings.All(s => s is StringLiteral) => ScriptDomJudge.Parse(string.Concat(list.Strings.Cast<StringLiteral>().Select(s => s.Value))),
        ExecutableProcedureReference { ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value: "sp_executesql" } procedure
            when procedure.Parameters is [{ ParameterValue: StringLiteral text }, ..] => ScriptDomJudge.Parse(text.Value),
        _ => null,
    };

    private static IEnumerable<GuardedStatement> BodyOf(TSqlStatement statement) => statement switch
    {
        ProcedureStatementBodyBase { StatementList: { } body } => Of(body.Statements, []),
        TriggerStatementBody { StatementList: { } body } => Of(body.Statements, []),
        FunctionStatementBody { ReturnType: SelectFunctionReturnType { SelectStatement: { } query } } => [new GuardedStatement(query, [])],
        _ => [],
    };
}
