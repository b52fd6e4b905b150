using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>A reader is told to go on over broken records: what it cannot read is missing or empty in the target, and nobody knows.</summary>
internal sealed class SourceErrorsSilenced : Rule
{
    public SourceErrorsSilenced()
        : base(
            id: "DEA2003",
            severity: Severity.High,
            title: "Errors in the source file are silenced",
            message: "In {0} {1} without a word: the target gets fewer or emptier rows than the file has")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        if (stage.Scope.IsOrdinary)
            return;

        foreach (var error in stage.SilencedSourceErrors())
        {
            findings.Report(this, error.Setting, error.Source is { } source ? $"'{source}'" : "the file", WhatHappens(error.Kind))
                .About(error.Source)
                .Because("the reader is told to go on", error.Setting.Location)
                .Remedy("Throw with the raw record, or collect the record where somebody looks at it");
        }
    }

    private static string WhatHappens(string kind) => kind switch
    {
        "bad-data" => "records with broken quotes are taken or dropped",
        "missing-field" => "fields that are missing become empty values",
        "header" => "columns that are missing go unnoticed",
        "exception" => "records that cannot be read are dropped",
        _ => "records that fail a test are dropped",
    };
}
