using System;
using System.Linq;

namespace DataEngAnalyzers.Build.Emit.Dbt;

/// <summary>Writes sources and exposures for dbt.</summary>
internal sealed class DbtFiles : IToolWriter
{
    private const string Models = "models/";

    private readonly DbtVersion _version;
    private readonly Freshness? _freshness;

    private DbtFiles(DbtVersion version, Freshness? freshness)
    {
        _version = version;
        _freshness = freshness;
    }

    public static DbtFiles Of(EmitSettings settings, Action<string> warn)
    {
        if (!DbtVersion.IsVersion(settings.Dbt))
            warn($"DataEngEmitDbt is no version: '{settings.Dbt}'");
        if (!Freshness.TryParse(settings.Freshness, out var freshness))
            warn($"DataEngEmitFreshness is no time such as 6h, and not none: '{settings.Freshness}'");
        return new DbtFiles(DbtVersion.Parse(settings.Dbt), freshness);
    }

    public Emission Write(CodeFacts code, ToolFolder folder)
    {
        var tables = code.Tables.Where(DbtSources.Takes).ToList();
        var notes = code.Tables.Except(tables).Select(table => $"{table.Dataset.Name} has no schema, or a name that is a template, so it is no source").ToList();
        if (tables.Count == 0)
            return new Emission([], notes);
        var sources = new DbtSources(_version, _freshness).Write(tables);
        return new Emission([sources with { Path = Models + sources.Path }], notes);
    }
}
