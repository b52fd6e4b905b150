using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Python;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Alembic;

/// <summary>Reads what an upgrade does, statement by statement, through the functions of its file.</summary>
internal sealed class UpgradeReader
{
    private const int MostCalls = 4;

    private const int MostSteps = 20_000;

    private static readonly HashSet<string> Branching = new(StringComparer.Ordinal) { "if", "elif", "else", "for", "while", "try", "except", "finally", "match", "case" };

    private readonly Dictionary<string, PythonStatement> _functions;
    private readonly HashSet<string> _imported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PythonCall> _batches = new(StringComparer.Ordinal);
    private readonly OperationReader _operations;
    private readonly List<SchemaStep> _steps = [];

    public UpgradeReader(IReadOnlyList<PythonStatement> module, Literals literals)
    {
        _operations = new OperationReader(literals);
        _functions = module.Where(statement => statement.Keyword == "def" && statement.Tokens.Count > 1)
            .GroupBy(NameOf, StringComparer.Ordinal)
            .ToDictionary(functions => functions.Key, functions => functions.Last(), StringComparer.Ordinal);
        foreach (var import in module.Where(statement => statement.Keyword == "from" && statement.Tokens.Any(token => token.Is("sqlalchemy") || token.Is("alembic"))))
            _imported.UnionWith(import.Tokens.Select(token => token.Value));
    }

    /// <summary>The steps of a function; none when there is no such function.</summary>
    public IReadOnlyList<SchemaStep> Read(string function)
    {
        Call(function, isUncertain: false, depth: 0);
        return _steps;
    }

    private static string NameOf(PythonStatement function) => function.Tokens[function.Tokens[0].Is("async") ? Math.Min(2, function.Tokens.Count - 1) : 1].Value;

    private void Call(string function, bool isUncertain, int depth)
    {
        if (depth < MostCalls && _functions.TryGetValue(function, out var definition))
            Walk(definition.Body, isUncertain, depth + 1, level: 0);
    }

    private void Walk(IReadOnlyList<PythonStatement> block, bool isUncertain, int depth, int level)
    {
        foreach (var statement in block)
        {
            if (_steps.Count > MostSteps || level > Limits.Depth)
                return;
            if (statement.Keyword is "def" or "class" or "import" or "from")
                continue;
            var isBranch = Branching.Contains(statement.Keyword);
            if (statement.Keyword == "with")
                OpenBatches(statement);
            if (!isBranch)
                ReadCalls(statement, isUncertain, depth);
            Walk(statement.Body, isUncertain || isBranch, depth, level + 1);

            // What follows a branch that may leave the function may not run.
            isUncertain |= isBranch && statement.Body.Any(inner => inner.Keyword is "return" or "raise");
        }
    }

    // with op.batch_alter_table("orders") as batch_op:
    private void OpenBatches(PythonStatement statement)
    {
        foreach (var call in Calls(statement))
        {
            var next = call.Span.End;
            if (call.Target.Path == "op.batch_alter_table" && next + 1 < statement.Tokens.Count && statement.Tokens[next].Is("as"))
                _batches[statement.Tokens[next + 1].Value] = call;
        }
    }

    private void ReadCalls(PythonStatement statement, bool isUncertain, int depth)
    {
        foreach (var call in Calls(statement))
        {
            var path = call.Target.Path;
            var dot = path.LastIndexOf('.');
            var owner = dot < 0 ? string.Empty : path.Substring(0, dot);
            if (path == "globals")
                CallEach("upgrade_", isUncertain, depth);
            else if (owner is "op" or "alembic.op")
                Add(_operations.Read(call.Target.Last, call, null), isUncertain);
            else if (_batches.TryGetValue(owner, out var batch))
                Add(_operations.Read(call.Target.Last, call, batch), isUncertain);
            else if (call.Target.Last is "execute" or "exec_driver_sql")
                Add(_operations.Execute(call, call.Argument("statement", 0)), isUncertain);
            else if (call.Target.Last is "create_all" or "drop_all")
                Add([OperationReader.Opaque(call) with { Table = null }], isUncertain);
            else if (_functions.ContainsKey(path))
                Call(path, isUncertain, depth);
            else if (dot < 0 && !_imported.Contains(path))
                Add([OperationReader.Opaque(call)], isUncertain);
        }
    }

    private void CallEach(string prefix, bool isUncertain, int depth)
    {
        foreach (var name in _functions.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
            Call(name, isUncertain, depth);
    }

    private void Add(IEnumerable<SchemaStep> steps, bool isUncertain) => _steps.AddRange(steps.Select(step => isUncertain ? step with { IsUncertain = true } : step));

    private static IEnumerable<PythonCall> Calls(PythonStatement statement)
    {
        for (var index = 0; index < statement.Tokens.Count; index++)
        {
            if (statement.Tokens[index].Kind == PythonTokenKind.Name && IsFollowed(statement, index) && PythonParser.ReadCall(statement.Tokens, index) is { } call)
            {
                yield return call;
                index = call.Span.End - 1;
            }
        }
    }

    private static bool IsFollowed(PythonStatement statement, int index) =>
        index + 1 < statement.Tokens.Count && (statement.Tokens[index + 1].Is("(") || statement.Tokens[index + 1].Is("."))
        && !(index > 0 && statement.Tokens[index - 1].Is("."));
}
