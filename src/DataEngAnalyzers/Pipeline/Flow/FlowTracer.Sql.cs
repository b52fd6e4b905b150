using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Columns that a query puts out, and what they are made of inside the database.</summary>
internal sealed partial class FlowTracer
{
    private void ReadSql(Call call, FlowAim aim)
    {
        var where = new Value(call.Operation, call.Frame);
        var queries = _run.Operations.Where(operation => operation.Call.Operation == call.Operation && operation.Statement is { Kind: SqlStatementKind.Select }).GroupBy(operation => operation.Statement!.Span).Select(same => same.First()).ToList();
        if (queries.Count == 0)
            Gap("what the query reads", where, aim);
        foreach (var query in queries)
            ReadQuery(query, RowTypeOf(call), aim, where);
    }

    private static ITypeSymbol? RowTypeOf(Call call) => call.Operation is IInvocationOperation { TargetMethod.TypeArguments: [var row, ..] } ? call.Frame.Filled(row) : null;

    private void ReadQuery(DataOperation query, ITypeSymbol? row, FlowAim aim, Value where)
    {
        var lineage = StatementLineage.Of(query, _context);
        Judge(query, lineage);
        var path = Paths.InRow(aim.Path);
        if (path is null && RowTypes.IsRow(row))
        {
            aim.Found(FlowOriginKind.Column, where.Operation, query.Dataset, column: null, query);
            return;
        }

        var passed = aim.At(path?.Rest).Through(DeclaredIn(path?.Head.Member));
        if (path?.Rest is not null)
            passed = passed.By(SqlTransformation.Transformation);
        if (path is { EndsInField: true })
            Gap("which fields the text has", where, aim);
        else if (ColumnFor(path?.Head, row, lineage) is { } column)
            FollowColumn(query, column, passed, where);
        else if (path is { Head: { Kind: FlowStepKind.Member or FlowStepKind.Key, Name: var name } } && StarOver(lineage) is { } table && query.Text is { } text)
            passed.Found(FlowOriginKind.Column, where.Operation, SqlReading.DatasetOf(table, text), name, query);
        else
            Gap($"which column of the query fills {(path is null ? "the value" : Paths.Shown(row?.Name ?? "row", path))}", where, aim);
    }

    // Members by name without regard to case; tuples and ordinals by position; a single value takes the first column.
    private SqlLineageColumn? ColumnFor(FlowStep? step, ITypeSymbol? row, SqlLineage lineage)
    {
        var position = step switch
        {
            null => 0,
            { Kind: FlowStepKind.Index } => step.Value.Position,
            { Kind: FlowStepKind.Member, Name: ['I', 't', 'e', 'm', .. var item] } when row is { IsTupleType: true } && int.TryParse(item, out var number) => number - 1,
            _ => -1,
        };
        if (position >= 0)
            return position < lineage.Columns.Length && !lineage.Columns.Take(position + 1).Any(column => column.IsStar) ? lineage.Columns[position] : null;
        var name = step!.Value.Name;
        return lineage.Columns.FirstOrDefault(column => column is { IsStar: false, Name: { } own } && string.Equals(own, name, StringComparison.OrdinalIgnoreCase))
            ?? (DapperNames.MatchUnderscores(_context) ? lineage.Columns.FirstOrDefault(column => column is { IsStar: false, Name: { } own } && string.Equals(own.Replace("_", ""), name, StringComparison.OrdinalIgnoreCase)) : null);
    }

    private static SqlName? StarOver(SqlLineage lineage) =>
        lineage.Columns is [{ IsStar: true, Inputs: [{ Source: { Kind: SqlLineageSourceKind.Column, Table: { } table, Name: "*" } }] }] ? table : null;

    /// <summary>What a column of a statement is made of: other columns, parameters, the database's clock.</summary>
    public void FollowColumn(DataOperation statement, SqlLineageColumn column, FlowAim aim, Value where)
    {
        foreach (var input in column.Inputs)
            FollowInput(statement, input, aim, where);
        if (column.Inputs.IsEmpty && column.Gaps == SqlLineageGaps.None)
            aim.Found(FlowOriginKind.Constant);
        if (column.Gaps != SqlLineageGaps.None)
            Gap($"what the SQL hides ({column.Gaps.ToString().ToLowerInvariant()})", where, aim);
    }

    private void FollowInput(DataOperation statement, SqlLineageInput input, FlowAim aim, Value where)
    {
        var made = aim.By(input.Transformation);
        switch (input.Source.Kind)
        {
            case SqlLineageSourceKind.Column when input.Source is { Table: { } table, Name: var name } && statement.Text is { } text:
                made.Found(FlowOriginKind.Column, where.Operation, SqlReading.DatasetOf(table, text), name == "*" ? null : name, statement);
                break;
            case SqlLineageSourceKind.Parameter:
                TraceParameter(statement, input.Source.Name, made);
                break;
            case SqlLineageSourceKind.Clock:
                made.Found(FlowOriginKind.Clock);
                break;
            default:
                made.Found(FlowOriginKind.Constant);
                break;
        }
    }

    /// <summary>What decides about the rows of a statement.</summary>
    public void Judge(DataOperation statement, SqlLineage lineage)
    {
        if (_probes > 0 || !_judged.Add(statement))
            return;
        var where = new Value(statement.Call.Operation, statement.Call.Frame);
        foreach (var input in lineage.Indirect)
            FollowInput(statement, input, FlowAim.All(Rows), where);
        if (lineage.Gaps != SqlLineageGaps.None)
            Gap($"what the SQL hides ({lineage.Gaps.ToString().ToLowerInvariant()})", where, FlowAim.All(Rows));
    }

    /// <summary>What a parameter of a statement is bound to.</summary>
    public void TraceParameter(DataOperation statement, string name, FlowAim aim)
    {
        if (statement.Call["rows"] is { } rows)
            TraceBound(rows, name, aim);
        else if (SqlParameters.ValueOf(statement, name, _context.Values) is { } value)
            Trace(value, aim);
        else
            Gap($"what is bound to {(name.Length == 0 ? "?" : name)}", new Value(statement.Call.Operation, statement.Call.Frame), aim);
    }

    // The rows have no such member: no value goes this way, but what decides about them decides about the target's rows, too.
    private void TraceUnbound(Value rows, string name, FlowAim aim)
    {
        Gap($"what is bound to {name}", rows, aim);
        Trace(rows, FlowAim.All(new FlowFindings()));
    }

    // A parameter object, a dictionary of parameters, or a sequence of either.
    private void TraceBound(Value rows, string name, FlowAim aim)
    {
        var type = RowTypes.Awaited(_context.Values.Resolve(rows).Operation.Type) is { SpecialType: not SpecialType.System_Object } known ? known : rows.Operation.Type;
        if (rows.Unconverted.Operation.Type is { } plain && plain.SpecialType != SpecialType.System_Object)
            type = plain;
        var isMany = !Steps.IsKeyed(type) && RowTypes.ElementOf(type) is not null && !DapperNames.IsBag(type, _context);
        var row = rows.Frame.Filled((isMany ? RowTypes.ElementOf(type) : type) ?? rows.Frame.Method.ReturnType);
        var part = isMany ? new FlowPath(FlowStep.Element, null) : null;
        if (DapperNames.Member(row, name) is IPropertySymbol member)
            TraceMember(rows, part, member, aim);
        else if (DapperNames.Member(row, name) is { } field)
            Trace(rows, aim.Inside(FlowStep.Of(field)).Inside(part));
        else if (RowTypes.IsRow(row) && !Steps.IsKeyed(row) && !DapperNames.IsBag(row, _context))
            TraceUnbound(rows, name, aim);
        else
            Trace(rows, aim.Inside(FlowStep.Under(name)).Inside(part));
    }
}
