using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The columns of a write while their origins are looked for.</summary>
internal sealed class FlowTarget
{
    private readonly List<(string? Name, FlowFindings Findings)> _columns = new();

    public FlowTarget(Stage stage, DataOperation write, FlowTracer tracer)
    {
        Stage = stage;
        Write = write;
        Tracer = tracer;
    }

    public Stage Stage { get; }

    public DataOperation Write { get; }

    public FlowTracer Tracer { get; }

    public PipelineContext Context => Stage.Context;

    /// <summary>The call that writes.</summary>
    public Value Place => new(Write.Call.Operation, Write.Call.Frame);

    /// <summary>Follows one column; a column that is written in several places is one.</summary>
    public FlowFindings Column(string? name, Action<FlowAim> follow)
    {
        var findings = _columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)).Findings;
        if (findings is null)
            _columns.Add((name, findings = new FlowFindings()));
        follow(FlowAim.All(findings));
        return findings;
    }

    /// <summary>Forgets the last column: it is none after all.</summary>
    public void Drop() => _columns.RemoveAt(_columns.Count - 1);

    /// <summary>Says that columns are missing.</summary>
    public void Gap(string what, IOperation? where = null) => Tracer.Rows.Gap(what, (where ?? Write.Call.Operation).Syntax.GetLocation());

    public RowFlow Flow()
    {
        if (_columns.Count == 0 && Tracer.Rows.Gaps.IsEmpty && Write.Action != DataAction.Save)
            Gap("which columns are written");
        return new RowFlow(
            Write,
            _columns.Select(column => Flow(column.Name, column.Findings)).ToImmutableArray(),
            Tracer.Rows.Origins.Where(origin => origin.Kind == FlowOriginKind.Column).ToImmutableArray(),
            Tracer.Rows.Gaps);
    }

    private ColumnFlow Flow(string? name, FlowFindings findings)
    {
        if (findings.Origins.IsEmpty && findings.Gaps.IsEmpty)
            findings.Gap("where its value comes from", Write.Location);
        return new ColumnFlow(name, findings.Origins, findings.Gaps);
    }
}
