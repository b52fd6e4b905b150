using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Build.Emit.Dbt;

/// <summary>How a version of dbt spells what others spell differently.</summary>
internal sealed class DbtVersion
{
    private readonly Version _version;

    private DbtVersion(Version version) => _version = version;

    /// <summary>The key of tests of data.</summary>
    public string Tests => _version >= new Version(1, 8) ? "data_tests" : "tests";

    private bool HasConfig => _version >= new Version(1, 10);

    /// <summary>The newest spelling when nothing, or nothing that is a version, is given.</summary>
    public static DbtVersion Parse(string? text) => new(text is not null && Version.TryParse(text.Trim(), out var version) ? version : new Version(1, 11));

    /// <summary>Whether a setting is a version.</summary>
    public static bool IsVersion(string? text) => string.IsNullOrWhiteSpace(text) || Version.TryParse(text!.Trim(), out _);

    /// <summary>A test with arguments.</summary>
    public object Test(string name, Dictionary<string, object> arguments) => new Dictionary<string, object>
    {
        [name] = HasConfig ? new Dictionary<string, object> { ["arguments"] = arguments } : arguments,
    };

    /// <summary>Puts settings where this version wants them.</summary>
    public void Configure(Dictionary<string, object> owner, Dictionary<string, object> settings)
    {
        if (settings.Count == 0)
            return;
        if (HasConfig)
        {
            owner["config"] = settings;
            return;
        }

        foreach (var setting in settings)
            owner[setting.Key] = setting.Value;
    }
}
