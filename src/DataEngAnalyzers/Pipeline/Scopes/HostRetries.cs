using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Whether a host runs code again that failed: by itself, because the code set it up so, or because an attribute says so.</summary>
internal sealed class HostRetries
{
    private readonly PipelineContext _context;
    private readonly Lazy<HashSet<string>> _asked;

    public HostRetries(PipelineContext context)
    {
        _context = context;
        _asked = new Lazy<HashSet<string>>(() => new HashSet<string>(KnownCalls.Of(context, ApiRole.HostRetry, _ => true).Select(call => LibraryOf(call.Api))), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>What the host does with all it runs.</summary>
    public bool RunsAgain(ApiModel host) => host["failure"] switch
    {
        "again" => true,
        "asked" => _asked.Value.Contains(LibraryOf(host)),
        _ => false,
    };

    /// <summary>What it does with one method, by the attributes of the method and of its type.</summary>
    public Runner Settle(Runner runner, IMethodSymbol method)
    {
        if (runner.Kind is not (HostKind.Scheduled or HostKind.Message))
            return runner;

        foreach (var attribute in method.GetAttributes().Concat(method.ContainingType.GetAttributes()))
        {
            if (_context.Apis.FindAll(attribute.AttributeClass).FirstOrDefault(api => api.Role == ApiRole.HostRetry) is { } row)
                return runner with { RunsAgain = !attribute.NamedArguments.Any(named => named.Key == row["attempts"] && named.Value.Value is 0) };
        }

        return runner;
    }

    private static string LibraryOf(ApiModel row) => row.SymbolName.TypeId.Substring(0, row.SymbolName.TypeId.IndexOf('.'));
}
