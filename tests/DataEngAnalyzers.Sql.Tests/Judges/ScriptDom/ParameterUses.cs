using System;
using System.Collections.Generic;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DataEngAnalyzers.Sql.Tests.Judges.ScriptDom;

/// <summary>The variables a statement uses, without table variables, and the columns it compares with them.</summary>
internal sealed class ParameterUses : TSqlFragmentVisitor
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _comparisons = [];
    private int _openCases;

    public IReadOnlyCollection<string> Names => _names;

    public IReadOnlyCollection<string> Comparisons => _comparisons;

    public static ParameterUses Of(TSqlFragment fragment)
    {
        var uses = new ParameterUses();
        fragment.Accept(uses);
        return uses;
    }

    public override void ExplicitVisit(VariableTableReference node)
    {
    }

    public override void ExplicitVisit(SearchedCaseExpression node)
    {
        _openCases++;
        base.ExplicitVisit(node);
        _openCases--;
    }

    public override void Visit(VariableReference node) => _names.Add(NameOf(node));

    public override void Visit(BooleanComparisonExpression node)
    {
        if (_openCases > 0 || Symbol(node.ComparisonType) is not { } symbol)
            return;

        if (node is { FirstExpression: ColumnReferenceExpression { MultiPartIdentifier: { } left }, SecondExpression: VariableReference right })
            _comparisons.Add($"{left.Identifiers[^1].Value} {symbol} {NameOf(right)}");
        else if (node is { FirstExpression: VariableReference variable, SecondExpression: ColumnReferenceExpression { MultiPartIdentifier: { } column } })
            _comparisons.Add($"{column.Identifiers[^1].Value} {Turned(symbol)} {NameOf(variable)}");
    }

    private static string NameOf(VariableReference variable) => variable.Name.TrimStart('@');

    private static string? Symbol(BooleanComparisonType type) => type switch
    {
        BooleanComparisonType.Equals => "=",
        BooleanComparisonType.NotEqualToBrackets or BooleanComparisonType.NotEqualToExclamation => "<>",
        BooleanComparisonType.LessThan => "<",
        BooleanComparisonType.LessThanOrEqualTo => "<=",
        BooleanComparisonType.GreaterThan => ">",
        BooleanComparisonType.GreaterThanOrEqualTo => ">=",
        _ => null,
    };

    private static string Turned(string symbol) => symbol.Replace('<', '!').Replace('>', '<').Replace('!', '>');
}
