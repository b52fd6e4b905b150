using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Writes summaries as text: a line with the ids of a method, below it one line an operation that begins with a tab. Words are parted by
/// tabs: the role and keys of the model files, then facts, whose keys begin with <c>@</c>. See <see cref="SummaryReader"/>.
/// </summary>
internal sealed class SummaryWriter
{
    private readonly StringBuilder _text = new();

    private SummaryWriter()
    {
    }

    public static string Write(IEnumerable<MethodSummary> summaries)
    {
        var writer = new SummaryWriter();
        foreach (var summary in summaries.OrderBy(summary => summary.Id, StringComparer.Ordinal))
            writer.Write(summary);
        return writer._text.ToString();
    }

    private void Write(MethodSummary summary)
    {
        TemplateText.WriteLetters(_text, summary.Id);
        foreach (var contract in summary.Contracts)
        {
            _text.Append('\t');
            TemplateText.WriteLetters(_text, contract);
        }

        _text.Append('\n');
        foreach (var row in summary.Rows)
            Write(row);
        foreach (var flow in summary.Flows)
            Write(flow);
    }

    private void Write(MemberFlow flow)
    {
        _text.Append('\t').Append(SummaryKeys.Flow);
        foreach (var word in new[] { flow.Member, flow.From, flow.Path, Word(flow.How) })
        {
            _text.Append('\t');
            TemplateText.WriteLetters(_text, word);
        }

        _text.Append('\n');
    }

    private void Write(SummaryRow row)
    {
        _text.Append('\t').Append(RoleGrammar.WordOf(row.Role));
        foreach (var value in row.Values)
            Write(value.Key, value.Value);

        var facts = row.Facts;
        if (facts.Runs is { } runs)
            Write(SummaryKeys.Runs, runs);
        if (facts.Text is { } sql)
            Write(SummaryKeys.Text, sql);
        if (facts.Name is { } name)
        {
            Write(SummaryKeys.Kind, Word(facts.Kind));
            Write(SummaryKeys.Name, name);
        }

        if (facts.RowType is { } type)
            Write(SummaryKeys.RowType, new Template(ImmutableArray.Create(type)));
        if (facts.Mode != WriteMode.Unknown)
            Write(SummaryKeys.Mode, Word(facts.Mode));
        if (facts.Sink != Sink.None)
            Write(SummaryKeys.Sink, Word(facts.Sink));
        if (facts.Dialect != SqlDialect.Unknown)
            Write(SummaryKeys.Dialect, Word(facts.Dialect));
        WriteFlag(SummaryKeys.Many, facts.IsMany);
        WriteFlag(SummaryKeys.Conditional, facts.IsConditional);
        WriteFlag(SummaryKeys.Retried, facts.IsRetried);
        WriteFlag(SummaryKeys.Verified, facts.IsVerified);
        WriteFlag(SummaryKeys.Handler, facts.InHandler);
        WriteFlag(SummaryKeys.Handed, facts.IsHandedToTransaction);
        WriteFlag(SummaryKeys.Checked, facts.IsChecked);
        WriteFlag(SummaryKeys.Meant, facts.IsMeant);
        WriteFlag(SummaryKeys.All, facts.TouchesAll);
        WriteFlag(SummaryKeys.Room, facts.MakesRoom);
        WriteFlag(SummaryKeys.Traced, facts.IsTraced);
        WriteList(SummaryKeys.Loops, facts.Loops.Select(loop => Word(loop.Over) + (loop.Sequence is { } sequence ? ":" + sequence : string.Empty)));
        WriteList(SummaryKeys.Branches, facts.Branches.Select(way => string.Join(":", Number(way.Fork), Number(way.Arm), Word(way.Decides)) + (way.IsMode ? ":mode" : string.Empty)));
        WriteList(SummaryKeys.Attempts, facts.Attempts.Select(attempt => string.Join(":", attempt.Handlers.Select(Word).Prepend(Number(attempt.LoopsOutside)))));
        WriteList(SummaryKeys.Told, facts.Told);
        _text.Append('\n');
    }

    private static string Word(HandlerFact handler) =>
        "c" + (handler.IsGeneral ? "g" : string.Empty) + (handler.Rethrows ? "r" : string.Empty) + (handler.KeepsRow ? "k" : string.Empty) + (handler.KnowsDuplicates ? "d" : string.Empty);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void WriteFlag(string key, bool value)
    {
        if (value)
            _text.Append('\t').Append(key);
    }

    private void WriteList(string key, IEnumerable<string> values)
    {
        var list = string.Join(",", values);
        if (list.Length > 0)
            Write(key, list);
    }

    private void Write(string key, string value) => Write(key, Template.Of(value));

    private void Write(string key, Template value)
    {
        _text.Append('\t').Append(key).Append('=');
        TemplateText.Write(_text, value);
    }
}
