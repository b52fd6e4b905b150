using System;
using System.Collections.Generic;
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
        var declared = DbtDeclared.Read(folder, Models + DbtSources.Path, Models + DbtExposures.Path);
        notes.AddRange(tables.Where(table => declared.Has(table.Id)).Select(table => $"{table.Dataset.Name} is declared by hand already, so it is no source of this file"));
        tables.RemoveAll(table => declared.Has(table.Id));

        var files = new List<EmittedFile>();
        if (tables.Count > 0)
            files.Add(new DbtSources(_version, _freshness).Write(tables));
        var own = DbtSources.NamesOf(tables);
        if (DbtExposures.Write(code, (dataset, table) => own.TryGetValue(dataset, out var name) ? DbtDeclared.ReferenceTo(name.Source, name.Table) : declared.ReferenceTo(table)) is { } exposures)
            files.Add(exposures);
        return new Emission(files.Select(file => file with { Path = Models + file.Path }).ToList(), notes);
    }
}
