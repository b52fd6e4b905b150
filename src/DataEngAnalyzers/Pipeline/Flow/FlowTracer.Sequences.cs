using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Operators over sequences, as the model rows describe them.</summary>
internal sealed partial class FlowTracer
{
    // What the operator makes of the rows.
    private void LookAtSequence(Call call, FlowAim aim)
    {
        Judge(call);
        if (call.Api.Is("op", "empty"))
        {
            aim.Found(FlowOriginKind.Unset, call.Operation);
            return;
        }

        if (call["from"] is not { } from)
        {
            Gap($"what {call.Api.SymbolName.Member} works on", new Value(call.Operation, call.Frame), aim);
            return;
        }

        var head = aim.Path?.Head.Kind;
        var rest = aim.Path?.Rest;
        switch (call.Api["op"])
        {
            case "same" or "filter" or "sort":
                Trace(from, aim);
                if (call["with"] is { } others)
                    Trace(others, aim);
                if (call["row"] is { } row && head is FlowStepKind.Element)
                    Trace(row, aim.At(rest));
                break;
            case "one":
                Trace(from, aim.Inside(FlowStep.Element));
                break;
            case "project" when head is FlowStepKind.Element or FlowStepKind.Index && call["body"] is { } body:
                LookAtResult(body, aim.At(rest));
                break;
            case "flatten" when head is FlowStepKind.Element && (call["result"] ?? call["body"]) is { } body:
                LookAtResult(body, call["result"] is null ? aim : aim.At(rest));
                break;
            case "join" or "group-join" or "zip" or "group" when head is FlowStepKind.Element && call["result"] is { } body:
                LookAtResult(body, aim.At(rest));
                break;
            case "zip" when rest is { Head.Kind: FlowStepKind.Member } && call["with"] is { } second:
                Trace(rest.Head.Name is "Item1" ? from : second, aim.At(rest.Rest).Inside(FlowStep.Element));
                break;
            case "group" when head is FlowStepKind.Element && rest is not null:
                LookAtGroup(call, from, rest, aim);
                break;
            case "index" or "lookup" when aim.Path is not null:
                LookAtIndex(call, from, aim.Path, aim);
                break;
            case "aggregate":
                if (call["body"] is { } selector)
                    LookAtResult(selector, aim.At(null).By(SqlTransformation.Aggregation));
                else
                    Trace(from, aim.At(null).By(SqlTransformation.Aggregation).Inside(FlowStep.Element));
                break;
            case "count":
                Trace(from, aim.At(null).By(SqlTransformation.Aggregation).Inside(FlowStep.Element));
                break;
            case "batches" when head is FlowStepKind.Element && rest is not null:
                Trace(from, aim.At(rest));
                break;
            case "values" when head is FlowStepKind.Element:
                Trace(from, aim.At(rest).Inside(FlowStep.Under(Steps.AnyKey)));
                break;
            case "keys" when head is FlowStepKind.Element:
                Trace(from, aim.At(rest).Inside(FlowStep.PairKey).Inside(FlowStep.Element));
                break;
            case "entry":
                Trace(from, aim.Inside(FlowStep.Under(Steps.AnyKey)));
                break;
            case "decode":
                Trace(from, aim.At(Decoded(aim.Path, call.Api["format"])));
                break;
            case "encode":
                Trace(from, aim.Path is { Head.Kind: FlowStepKind.Key } ? aim : aim.Computed);
                break;
            case "fields" when aim.Path is not null:
                Trace(from, aim);
                break;
            case "fields":
                Trace(from, aim.Computed);
                break;
            default:
                Gap($"what {call.Api.SymbolName.Member} makes of the rows", new Value(call.Operation, call.Frame), aim);
                break;
        }
    }

    // The members of what a text holds are its fields, by their names in the text.
    private FlowPath? Decoded(FlowPath? path, string? format)
    {
        while (path is { Head.Kind: FlowStepKind.Element })
            path = path.Rest;
        return path is { Head: { Kind: FlowStepKind.Member } head } ? new FlowPath(FlowStep.Under(FieldNames.Of(head, format, _context)) with { Member = head.Member }, path.Rest) : path;
    }

    private void LookAtGroup(Call call, Value from, FlowPath inGroup, FlowAim aim)
    {
        if (inGroup.Head.Equals(FlowStep.PairKey) && call["key"] is { } key)
            LookAtResult(key, aim.At(inGroup.Rest));
        else if (inGroup.Head.Kind == FlowStepKind.Element && call["value"] is { } value)
            LookAtResult(value, aim.At(inGroup.Rest));
        else
            Trace(from, aim.At(inGroup));
    }

    // A dictionary's entry is a row, a lookup's is a group of them.
    private void LookAtIndex(Call call, Value from, FlowPath path, FlowAim aim)
    {
        if (path is { Head.Kind: FlowStepKind.Element, Rest: { } pair } && pair.Head.Equals(FlowStep.PairKey))
        {
            if (call["key"] is { } key)
                LookAtResult(key, aim.At(pair.Rest));
            return;
        }

        var inside = path is { Head.Kind: FlowStepKind.Element, Rest: { } entry } && entry.Head.Equals(FlowStep.PairValue) && call.Api.Is("op", "index") ? entry.Rest : path.Rest;
        if (call.Api.Is("op", "lookup"))
            inside = inside is { Head.Kind: FlowStepKind.Element } ? inside.Rest : null;
        if (call["value"] is { } value)
            LookAtResult(value, aim.At(inside));
        else
            Trace(from, aim.At(inside).Inside(FlowStep.Element));
    }

    // What filters, matches, groups and orders the rows, found once.
    private void Judge(Call call)
    {
        if (_probes > 0 || !_decided.Add(call.Operation))
            return;
        var kind = call.Api["op"] switch
        {
            "filter" or "one" or "count" => SqlTransformation.Filter,
            "sort" => SqlTransformation.Sort,
            "join" or "group-join" => SqlTransformation.Join,
            "group" => SqlTransformation.GroupBy,
            _ => (SqlTransformation?)null,
        };
        if (kind is not { } what)
            return;

        foreach (var key in call.Api["op"] is "filter" or "one" or "count" ? ["body"] : new[] { "key", "otherkey" })
        {
            if (call[key] is { } judge)
                LookAtResult(judge, FlowAim.All(Rows).Deciding(what));
        }
    }

    /// <summary>What an operator hands to one of its functions.</summary>
    private void LookAtGiven(Call call, IArgumentOperation function, int ordinal, FlowAim aim)
    {
        Value? from = call["from"], with = call["with"];
        var name = function.Parameter?.Name;
        bool Is(string key) => name is not null && call.Api.Names(key, name);
        var element = aim.Inside(FlowStep.Element);

        if (Is("result") && call.Api["op"] is "join" or "zip" && ordinal == 1 && with is { } second)
            Trace(second, element);
        else if (Is("result") && call.Api["op"] is "group-join" && ordinal == 1 && with is { } matches)
            Trace(matches, aim);
        else if (Is("result") && call.Api["op"] is "flatten" && ordinal == 1 && call["body"] is { } inner)
            LookAtResult(inner, element);
        else if (Is("result") && call.Api["op"] is "group" && from is { } grouped)
            LookAtGroup(call, grouped, ordinal == 0 ? new FlowPath(FlowStep.PairKey, aim.Path) : aim.Path ?? new FlowPath(FlowStep.Element, null), aim);
        else if (Is("otherkey") && with is { } other)
            Trace(other, element);
        else if (ordinal == 0 && from is { } rows)
            Trace(rows, element);
        else
            aim.Found(FlowOriginKind.Constant);
    }
}
