using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Sql.Tests.Corpus;
using Xunit;
using Xunit.Abstractions;

namespace DataEngAnalyzers.Sql.Tests.Judges;

/// <summary>How far a judge agrees with the reader over the corpus of its dialect.</summary>
internal sealed class Agreement
{
    private const double Demanded = 0.99;

    private readonly IJudge _judge;
    private readonly List<Answer> _answers = [];
    private readonly List<string> _faults = [];
    private int _accepted;
    private int _statements;

    private Agreement(IJudge judge) => _judge = judge;

    /// <summary>
    /// Asks the judge about every case and demands that it accepts at least so many statements, agrees in 99 % of the answers on each aspect,
    /// and that a case says why where it does not agree.
    /// </summary>
    public static void Demand(IJudge judge, int acceptedStatements, ITestOutputHelper output)
    {
        var agreement = new Agreement(judge);
        foreach (var sample in CorpusFiles.Of(judge.Dialect).Where(c => !c.HasHole))
            agreement.Ask(sample);

        output.WriteLine(agreement.Table());
        Assert.True(agreement._faults.Count == 0, string.Join(Environment.NewLine, agreement._faults));
        Assert.True(agreement._statements >= acceptedStatements, $"{judge.Name} accepted only {agreement._statements} statements");
        Assert.All(agreement.Shares(), share => Assert.True(share.Agreed >= share.Asked * Demanded, $"{share.Aspect}: {share.Agreed} of {share.Asked}"));
    }

    private void Ask(CorpusCase sample)
    {
        var isListed = sample.Disagreements.ContainsKey(_judge.Name);
        if (_judge.Of(sample) is not { } verdict)
        {
            if (isListed)
                _faults.Add($"{sample.Id}: {_judge.Name} does not accept it, so it cannot disagree");
            return;
        }

        _accepted++;
        _statements += verdict.Statements.Count;
        var answers = Comparison.Compare([.. SqlReading.WithBodies(sample.Read().Statements)], verdict).ToList();
        _answers.AddRange(answers);
        var disagreements = answers.FindAll(a => !a.Agrees);
        if (isListed && disagreements.Count == 0)
            _faults.Add($"{sample.Id}: {_judge.Name} agrees, the listed disagreement is gone");
        if (!isListed)
            _faults.AddRange(disagreements.Select(a => $"{sample.Id}: {a}"));
    }

    private IEnumerable<(Aspect Aspect, int Agreed, int Asked)> Shares() =>
        from answer in _answers
        group answer by answer.Aspect into aspect
        orderby aspect.Key
        select (aspect.Key, aspect.Count(a => a.Agrees), aspect.Count());

    private string Table()
    {
        IEnumerable<string> rows = Shares().Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Aspect,-16} {s.Agreed,5} of {s.Asked,5}  {(double)s.Agreed / s.Asked:P2}"));
        return string.Join(Environment.NewLine, rows.Prepend($"{_judge.Name}: {_accepted} cases accepted, {_statements} statements"));
    }
}
