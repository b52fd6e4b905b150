using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.Hosting;

/// <summary>Which code counts as pipeline code.</summary>
internal enum PipelineScope
{
    /// <summary>What shows that it moves data.</summary>
    Auto,

    /// <summary>Every method outside tests, seeds and migrations.</summary>
    All,

    /// <summary>Only what carries <c>[PipelineStage]</c>.</summary>
    Annotated,
}

/// <summary>Which fixes Fix All applies across a solution.</summary>
internal enum FixAllInSolution
{
    /// <summary>Those after which a run leaves the same rows and values.</summary>
    Safe,

    /// <summary>All of them.</summary>
    All,
}

/// <summary>Which rules run.</summary>
internal enum Mode
{
    None,
    Minimum,
    Default,
    All,
}

/// <summary>The user's settings: MSBuild properties and <c>dataeng.*</c> keys of <c>.editorconfig</c> or global configs.</summary>
internal sealed class DataEngOptions
{
    private const string KeyPrefix = "dataeng.key.";
    private const string SuitePrefix = "dataeng.suite.";
    private readonly AnalyzerConfigOptions _options;

    private DataEngOptions(AnalyzerConfigOptions options, List<OptionError> errors)
    {
        _options = options;
        Mode = Read("build_property.DataEngMode", "DataEngMode", Mode.Default, errors);
        _ = Read("build_property.DataEngFailOn", "DataEngFailOn", FailOn.None, errors);
        Scope = Read("dataeng.pipeline_scope", "dataeng.pipeline_scope", PipelineScope.Auto, errors);
        Dialect = Read("dataeng.dialect", "dataeng.dialect", SqlDialect.Unknown, errors);
        FixAllInSolution = Read("dataeng.fix_all_in_solution", "dataeng.fix_all_in_solution", FixAllInSolution.Safe, errors);
        StagingNames = ReadList("dataeng.staging_names", "stg_*,stage_*,staging*,*_stg,*_stage,*_staging,*_import,tmp_*,temp_*,*_tmp,*_temp,stg.*,staging.*,tmp.*,#*");
        ProvenanceColumns = ReadList("dataeng.provenance_columns", "*load*,*ingest*,*import*,*insert*,*extract*,*sync*,*batch*,*runid,*run_id,*jobid,*job_id,*source*,*file*,*receiv*,*creat*,*fetched*,etl*,dwh*,*_at,*timestamp*");
        IsTestProject = options.TryGetValue("build_property.IsTestProject", out var test) && string.Equals(test, "true", StringComparison.OrdinalIgnoreCase);
        EmitsFacts = !(options.TryGetValue("build_property.DataEngEmitFacts", out var emits) && string.Equals(emits.Trim(), "false", StringComparison.OrdinalIgnoreCase));
        Assesses = options.TryGetValue("build_property.DataEngAssessment", out var assesses) && string.Equals(assesses.Trim(), "true", StringComparison.OrdinalIgnoreCase);
        ProjectFolder = options.TryGetValue("build_property.ProjectDir", out var folder) && folder.Trim() is { Length: > 0 } given ? given : null;
        Errors = errors.ToImmutableArray();
    }

    public Mode Mode { get; }

    public PipelineScope Scope { get; }

    /// <summary>The dialect of SQL whose connection shows none.</summary>
    public SqlDialect Dialect { get; }

    public FixAllInSolution FixAllInSolution { get; }

    /// <summary>Patterns with <c>*</c> of tables that are cleared and refilled on the way.</summary>
    public ImmutableArray<string> StagingNames { get; }

    /// <summary>Patterns with <c>*</c> of columns that say when, or from where, a row was brought.</summary>
    public ImmutableArray<string> ProvenanceColumns { get; }

    public bool IsTestProject { get; }

    /// <summary>False where the project keeps to itself what its methods do to data.</summary>
    public bool EmitsFacts { get; }

    /// <summary>True where the build writes an assessment, which asks for the facts of all stages.</summary>
    public bool Assesses { get; }

    /// <summary>The folder of the project file; <see langword="null"/> when the host does not tell.</summary>
    public string? ProjectFolder { get; }

    /// <summary>Values nobody knows; each is reported as DEA0003.</summary>
    public ImmutableArray<OptionError> Errors { get; }

    public static DataEngOptions From(AnalyzerConfigOptions options) => new(options, new List<OptionError>());

    /// <summary>The same for options under which code reads the same.</summary>
    public string Fingerprint => string.Join(";", StagingNames.Insert(0, $"{Mode};{Scope};{Dialect};{IsTestProject};{EmitsFacts}"));

    /// <summary>The key columns of <c>dataeng.key.&lt;table&gt;</c>, comma-separated; empty when not set.</summary>
    public ImmutableArray<string> KeyOf(string table) => ReadList(KeyPrefix + table.ToLowerInvariant(), string.Empty);

    /// <summary>The table of <c>dataeng.suite.&lt;suite&gt;</c> that an expectation suite is about; <see langword="null"/> when not set.</summary>
    public string? TableOfSuite(string suite) => _options.TryGetValue(SuitePrefix + suite.ToLowerInvariant(), out var table) && table.Trim() is { Length: > 0 } name ? name : null;

    private T Read<T>(string key, string shown, T fallback, List<OptionError> errors)
        where T : struct, Enum
    {
        if (!_options.TryGetValue(key, out var text) || string.IsNullOrWhiteSpace(text))
            return fallback;
        if (Enum.TryParse<T>(text.Trim(), ignoreCase: true, out var value) && Enum.IsDefined(typeof(T), value) && !char.IsDigit(text.Trim()[0]))
            return value;

        errors.Add(new OptionError(shown, text.Trim(), string.Join(", ", Enum.GetNames(typeof(T)))));
        return fallback;
    }

    private ImmutableArray<string> ReadList(string key, string fallback) =>
        (_options.TryGetValue(key, out var text) ? text : fallback)
            .Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim())
            .Where(word => word.Length > 0)
            .ToImmutableArray();

    private enum FailOn
    {
        None,
        Low,
        Medium,
        High,
        Critical,
    }
}

/// <summary>A setting whose value nobody knows.</summary>
/// <param name="Key">The property or key as the user writes it.</param>
/// <param name="Value">What was written.</param>
/// <param name="Allowed">The words that are known.</param>
internal sealed record OptionError(string Key, string Value, string Allowed);
