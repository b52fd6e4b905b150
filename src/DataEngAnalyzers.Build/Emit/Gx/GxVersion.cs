using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace DataEngAnalyzers.Build.Emit.Gx;

/// <summary>How a version of Great Expectations spells a suite.</summary>
internal sealed class GxVersion
{
    private readonly bool _isOld;

    private GxVersion(bool isOld) => _isOld = isOld;

    public string Name => _isOld ? "expectation_suite_name" : "name";

    public string Type => _isOld ? "expectation_type" : "type";

    /// <summary>As set; else as the project found says; else the newest.</summary>
    /// <param name="project">Folder of the project.</param>
    public static GxVersion Of(string? setting, string project) =>
        new(string.IsNullOrWhiteSpace(setting) ? IsOldProject(Path.Combine(project, "great_expectations.yml")) : setting!.TrimStart().StartsWith("0", StringComparison.Ordinal));

    /// <summary>Adds what stands behind the expectations.</summary>
    /// <param name="own">What this package notes in the suite.</param>
    public void AddRest(JsonObject suite, JsonObject own)
    {
        suite[_isOld ? "ge_cloud_id" : "id"] = null;
        if (_isOld)
            suite["data_asset_type"] = null;
        suite["meta"] = new JsonObject { ["dataeng"] = own, ["great_expectations_version"] = _isOld ? "0.18.22" : "1.2.0" };
        if (!_isOld)
            suite["notes"] = null;
    }

    private static bool IsOldProject(string file)
    {
        try
        {
            return File.Exists(file) && File.ReadLines(file).Any(line => line.StartsWith("config_version:", StringComparison.Ordinal) && line.Substring(15).Trim() is ['1' or '2' or '3', ..]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
