using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Decides whether a stage is pipeline code. If the code cannot show that data moves, it is not.</summary>
internal sealed class ScopeJudge
{
    private static readonly HashSet<string> PipelineWords = new(StringComparer.Ordinal)
    {
        "etl", "pipeline", "import", "importer", "ingest", "ingester", "ingestion", "loader", "extract", "extractor", "sync", "synchronizer", "job", "worker", "batch", "export",
        "exporter", "harvest", "harvester", "crawl", "crawler", "scraper", "consumer", "warehouse", "staging", "feed", "inserter", "backfill", "replicator",
    };

    private static readonly HashSet<string> MethodWords = new(StringComparer.Ordinal)
    {
        "import", "ingest", "load", "extract", "sync", "etl", "bulk", "copy", "export", "refresh", "backfill",
    };

    private static readonly string[] TestWords = ["Test", "Tests", "Specs", "UnitTests", "IntegrationTests"];

    private static readonly string[] ScreenTypes = ["UserControl", "Window", "Form", "Page", "ContentPage", "ContentView"];

    private static readonly string[] DataExtensions = [".csv", ".tsv", ".psv", ".parquet", ".avro", ".orc", ".jsonl", ".ndjson", ".xlsx", ".dat"];

    private readonly PipelineContext _context;

    public ScopeJudge(PipelineContext context) => _context = context;

    /// <param name="stage">The call of the stage's method; who calls it says what runs it.</param>
    /// <param name="operations">What the stage does.</param>
    public Scope Judge(Frame stage, IReadOnlyList<DataOperation> operations)
    {
        var host = Callers(stage).Select(HostOf).FirstOrDefault(kind => kind != HostKind.Unknown);
        if (Callers(stage).Any(method => IsMarked(method) || IsMarked(method.ContainingType)))
            return new Scope(true, "it is marked as a pipeline stage", host);
        if (_context.Options.Scope == PipelineScope.Annotated)
            return new Scope(false, "only marked stages count here", host) { OnlyMarked = true };
        if (host is HostKind.Test or HostKind.Migration or HostKind.Seed)
            return new Scope(false, "it is " + host.ToString().ToLowerInvariant() + " code", host);
        if (_context.Options.Scope == PipelineScope.All)
            return new Scope(true, "every method counts here", host);
        return Evidence(operations, host) is { } why ? new Scope(true, why, host) : new Scope(false, "nothing shows that rows move from a source to a sink", host);
    }

    /// <summary>True when the file's format or name says that it holds rows; logs and settings do not.</summary>
    public static bool IsDataFile(DataOperation operation) =>
        operation.Api["format"] is "csv" or "parquet" || IsDataFile(operation.Dataset);

    /// <summary>True when the name of the file says that it holds rows.</summary>
    public static bool IsDataFile(Dataset? dataset) =>
        dataset is { Kind: DatasetKind.File or DatasetKind.Blob, Name: var name } && DataExtensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when rows come from outside the database the stage writes to.</summary>
    public static bool IsExternal(DataOperation read) =>
        read.Statement is null && (read.Api.Role == ApiRole.Read && (read.Dataset is null or { Kind: not DatasetKind.Table }));

    public static HostKind KindOf(ApiModel host) =>
        Enum.TryParse<HostKind>(host["kind"], ignoreCase: true, out var kind) ? kind : HostKind.Unknown;

    private static string? Evidence(IReadOnlyList<DataOperation> operations, HostKind host)
    {
        var writes = operations.Where(operation => operation.Action is DataAction.Write or DataAction.Update or DataAction.Delete && operation.Around.Host != HostKind.Request).ToList();
        if (writes.Any(write => write.Sink == Sink.Bulk))
            return "it loads in bulk";
        if (host == HostKind.Request || writes.Count == 0)
            return null;

        var reads = operations.Where(operation => operation.Action == DataAction.Read).ToList();
        var many = writes.Where(write => write.IsMany || write.Around.Loop is { IsPerRow: true } or { Over: LoopOver.Batches }).ToList();
        if (host is HostKind.Scheduled or HostKind.Message && writes.Any(LandsRows))
            return host == HostKind.Scheduled ? "it runs on a schedule" : "it handles messages";
        if (many.Any(write => write.Statement is { Sources.IsEmpty: false }))
            return "it copies rows inside the database";
        if (reads.Any(IsDataFile) && writes.Any(LandsRows) || reads.Any(IsExternal) && many.Any(LandsRows))
            return "it moves rows from a source to a sink";
        if (reads.Count > 0 && many.Any(write => write.Sink is not (Sink.Entity or Sink.File)))
            return "it moves rows from a source to a sink";
        if (reads.Count > 0 && writes.Any(write => write.Sink is Sink.File && IsDataFile(write)))
            return "it exports rows to a data file";
        if (writes.Any(write => write.IsRetried && write.Sink is not Sink.File && IsNamedAsPipeline(write)))
            return "it repeats a write until it works and is named as a loader";
        return many.Any(write => write.Sink is Sink.Sql or Sink.Document or Sink.Message && IsNamedAsPipeline(write)) ? "it loads many rows and is named as a loader" : null;
    }

    /// <summary>True for a write that puts rows where others find them; text files without a table in them do not count.</summary>
    public static bool LandsRows(DataOperation write) => write.Sink is not (Sink.File or Sink.None) || IsDataFile(write) || write.Statement is not null;

    // By the type, by a namespace around it, or by the first word of the method.
    private static bool IsNamedAsPipeline(DataOperation write) => Callers(write.Call.Doer).Any(IsNamedAsPipeline);

    private static bool IsNamedAsPipeline(IMethodSymbol root) =>
        NameWords.Any(root.ContainingType.ToDisplayString(), PipelineWords) || NameWords.Of(root.Name).FirstOrDefault() is { } verb && MethodWords.Contains(verb);

    // The methods on the way from a frame out to the root of the run.
    private static IEnumerable<IMethodSymbol> Callers(Frame frame)
    {
        for (var caller = frame; caller is not null; caller = caller.Caller)
            yield return caller.Method;
    }

    // An assembly does not keep the marks that its source has.
    private bool IsMarked(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _context.Compilation.Assembly) && Attributes.Has(symbol, Attributes.PipelineStage);

    /// <summary>True for a member that tests hold.</summary>
    public bool IsTest(IMethodSymbol member) => IsTestType(member.ContainingType);

    /// <summary>True for a member that a scheduler, a queue or the process itself calls, whoever else does.</summary>
    public bool IsEntry(IMethodSymbol member)
    {
        if (member.IsStatic && member.Name is "Main" or "<Main>$")
            return true;
        if (member.GetAttributes().Any(attribute => Kind(attribute.AttributeClass) is HostKind.Scheduled or HostKind.Message))
            return true;
        return Kind(member.ContainingType) is HostKind.Scheduled or HostKind.Message
            && (member.IsOverride || member.ContainingType.AllInterfaces.Any(contract => contract.GetMembers(member.Name).Length > 0));
    }

    private HostKind HostOf(IMethodSymbol root)
    {
        if (IsTestAssembly() || IsTestType(root.ContainingType))
            return HostKind.Test;

        for (var type = root.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Kind(type) is var kind and not HostKind.Unknown)
                return kind;
            foreach (var attribute in type.GetAttributes())
            {
                if (Kind(attribute.AttributeClass) is var marked and not HostKind.Unknown)
                    return marked;
            }

            if (type.Name.Contains("Seed"))
                return HostKind.Seed;
            if (Array.IndexOf(ScreenTypes, type.BaseType?.Name) >= 0)
                return HostKind.Screen;
        }

        foreach (var attribute in root.GetAttributes().Concat(root.Parameters.SelectMany(parameter => parameter.GetAttributes())))
        {
            if (Kind(attribute.AttributeClass) is var kind and not HostKind.Unknown)
                return kind;
        }

        if (root.Name.Contains("Seed"))
            return HostKind.Seed;
        return root.IsStatic && root.Name is "Main" or "<Main>$" ? HostKind.Console : HostKind.Unknown;
    }

    private HostKind Kind(ITypeSymbol? type)
    {
        foreach (var api in _context.Apis.FindAll(type))
        {
            if (api.Role == ApiRole.Host)
                return KindOf(api);
        }

        return HostKind.Unknown;
    }

    private bool IsTestAssembly() =>
        _context.Options.IsTestProject
        || _context.Compilation.AssemblyName is { } name && TestWords.Any(word => name.EndsWith("." + word, StringComparison.Ordinal) || name.EndsWith(word, StringComparison.Ordinal) && name.Length == word.Length);

    private bool IsTestType(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(method => method.GetAttributes().Any(attribute => Kind(attribute.AttributeClass) == HostKind.Test));
}
