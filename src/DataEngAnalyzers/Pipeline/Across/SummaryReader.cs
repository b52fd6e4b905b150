using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;
using DataEngAnalyzers.Sql.Lineage;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Reads what <see cref="SummaryWriter"/> wrote. The text comes from an assembly, so from anybody: a text that is wrong anywhere says
/// nothing at all.
/// </summary>
internal sealed class SummaryReader
{
    private const int MostLetters = 4_000_000;

    private readonly ApiLibrary _library;
    private readonly ImmutableArray<MethodSummary>.Builder _summaries = ImmutableArray.CreateBuilder<MethodSummary>();
    private readonly ImmutableArray<SummaryRow>.Builder _rows = ImmutableArray.CreateBuilder<SummaryRow>();
    private readonly ImmutableArray<MemberFlow>.Builder _flows = ImmutableArray.CreateBuilder<MemberFlow>();
    private ImmutableArray<string> _ids = ImmutableArray<string>.Empty;
    private SymbolName? _symbol;

    private SummaryReader(string assembly) => _library = SummaryLibrary.Of(assembly);

    /// <param name="assembly">The assembly that carries the text.</param>
    /// <param name="text">The text.</param>
    public static ImmutableArray<MethodSummary> Read(string assembly, string text)
    {
        var reader = new SummaryReader(assembly);
        return text.Length <= MostLetters && text.Split('\n').All(line => line.Length == 0 || reader.ReadLine(line)) && reader.EndMethod()
            ? reader._summaries.ToImmutable()
            : ImmutableArray<MethodSummary>.Empty;
    }

    private bool ReadLine(string line)
    {
        var words = line.Split('\t');
        return words[0].Length > 0 ? EndMethod() && BeginMethod(words) : _symbol is not null && ReadRow(words);
    }

    private bool BeginMethod(string[] words)
    {
        var ids = words.Select(word => TemplateText.Read(word)?.Letters).OfType<string>().ToImmutableArray();
        _symbol = SummaryLibrary.NameOf(ids[0]);
        _ids = ids;
        return ids.Length == words.Length && _symbol is not null;
    }

    private bool EndMethod()
    {
        if (_rows.Count > 0 || _flows.Count > 0)
            _summaries.Add(new MethodSummary(_ids[0], _ids.RemoveAt(0), _rows.ToImmutable()) { Flows = _flows.ToImmutable() });
        _rows.Clear();
        _flows.Clear();
        return true;
    }

    private bool ReadRow(string[] words)
    {
        if (words.Length > 1 && words[1] == SummaryKeys.Flow)
            return ReadFlow(words);
        if (words.Length < 2 || !RoleGrammar.TryGetRole(words[1], out var role))
            return false;

        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var facts = new OperationFacts();
        foreach (var word in words.Skip(2))
        {
            var equals = word.IndexOf('=');
            var key = equals < 0 ? word : word.Substring(0, equals);
            if (TemplateText.Read(equals < 0 ? string.Empty : word.Substring(equals + 1)) is not { } value)
                return false;
            if (key.StartsWith("@", StringComparison.Ordinal))
            {
                if (With(facts, key, value) is not { } more)
                    return false;
                facts = more;
                continue;
            }

            if (!IsValue(words[1], key, value.Letters))
                return false;
            values.Add(new KeyValuePair<string, string>(key, value.Letters));
        }

        _rows.Add(new SummaryRow(_symbol!, role, _library, values.ToImmutable(), facts));
        return true;
    }

    private bool ReadFlow(string[] words)
    {
        var values = words.Skip(2).Select(word => TemplateText.Read(word)?.Letters).OfType<string>().ToList();
        if (values is not [var member, var from, var path, var how] || Word<SqlTransformation>(how) is not { } transformation || !IsReference(from) && !MemberFlow.IsWord(from))
            return false;
        _flows.Add(new MemberFlow(member, from, path, transformation));
        return true;
    }

    private static bool IsValue(string role, string key, string value) =>
        RoleGrammar.KeysOf(role).Contains(key) && (RoleGrammar.IsVocabulary(role, key) ? RoleGrammar.Complaint(role, key, value) is null : IsReference(value));

    private static bool IsReference(string value) => value == Signature.This || value is [Signature.ParameterMark, .. var number] && TemplateText.IsNumber(number);

    // Null for a fact that nobody writes.
    private static OperationFacts? With(OperationFacts facts, string key, Template value) => key switch
    {
        SummaryKeys.Runs when IsReference(value.Letters) || SummaryLibrary.NameOf(value.Letters) is not null => facts with { Runs = value.Letters },
        SummaryKeys.Text => facts with { Text = value },
        SummaryKeys.Kind when Word<DatasetKind>(value.Letters) is { } kind => facts with { Kind = kind },
        SummaryKeys.Name => facts with { Name = value },
        SummaryKeys.RowType when value.Parts is [{ Kind: TemplatePartKind.MethodType or TemplatePartKind.OwnerType } type] => facts with { RowType = type },
        SummaryKeys.Mode when Word<WriteMode>(value.Letters) is { } mode => facts with { Mode = mode },
        SummaryKeys.Sink when Word<Sink>(value.Letters) is { } sink => facts with { Sink = sink },
        SummaryKeys.Dialect when Word<SqlDialect>(value.Letters) is { } dialect => facts with { Dialect = dialect },
        SummaryKeys.Many => facts with { IsMany = true },
        SummaryKeys.Conditional => facts with { IsConditional = true },
        SummaryKeys.Retried => facts with { IsRetried = true },
        SummaryKeys.Verified => facts with { IsVerified = true },
        SummaryKeys.Handler => facts with { InHandler = true },
        SummaryKeys.Handed => facts with { IsHandedToTransaction = true },
        SummaryKeys.Checked => facts with { IsChecked = true },
        SummaryKeys.Meant => facts with { IsMeant = true },
        SummaryKeys.All => facts with { TouchesAll = true },
        SummaryKeys.Room => facts with { MakesRoom = true },
        SummaryKeys.Traced => facts with { IsTraced = true },
        SummaryKeys.Loops when List(value, Loop) is { } loops => facts with { Loops = loops },
        SummaryKeys.Branches when List(value, Way) is { } ways => facts with { Branches = ways },
        SummaryKeys.Attempts when List(value, Attempt) is { } attempts => facts with { Attempts = attempts },
        SummaryKeys.Told => facts with { Told = value.Letters.Split(',').ToImmutableArray() },
        _ => null,
    };

    private static ImmutableArray<T>? List<T>(Template value, Func<string[], T?> read)
        where T : class
    {
        var items = value.Letters.Split(',');
        var found = items.Select(item => read(item.Split(':'))).OfType<T>().ToImmutableArray();
        return found.Length == items.Length ? found : null;
    }

    private static LoopFact? Loop(string[] words) => Word<LoopOver>(words[0]) is { } over && words.Length <= 2 && (words.Length == 1 || IsReference(words[1]))
        ? new LoopFact(over, words.Length == 2 ? words[1] : null)
        : null;

    private static BranchFact? Way(string[] words) =>
        words.Length is 3 or 4 && Number(words[0]) is { } fork && Number(words[1]) is { } arm && Word<BranchOf>(words[2]) is { } decides && (words.Length == 3 || words[3] == "mode")
            ? new BranchFact(fork, arm, decides, words.Length == 4)
            : null;

    private static AttemptFact? Attempt(string[] words) => Number(words[0]) is { } loops && words.Skip(1).All(word => word.StartsWith("c", StringComparison.Ordinal))
        ? new AttemptFact(loops, words.Skip(1).Select(word => new HandlerFact(word.Contains('g'), word.Contains('r'), word.Contains('k'), word.Contains('d'))).ToImmutableArray())
        : null;

    private static int? Number(string word) => TemplateText.IsNumber(word) ? int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static T? Word<T>(string word)
        where T : struct, Enum => word.Length > 0 && char.IsLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(typeof(T), value) ? value : null;
}
