using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataEngAnalyzers.Hosting;

/// <summary>
/// What holds for the whole project: its properties and global configs, and below them what its <c>.editorconfig</c> says of its
/// first file. The compiler hands the keys of an <c>.editorconfig</c> out by file only, while a stage spans files.
/// </summary>
internal sealed class ProjectSettings : AnalyzerConfigOptions
{
    private readonly AnalyzerConfigOptions _global;
    private readonly AnalyzerConfigOptions? _file;

    private ProjectSettings(AnalyzerConfigOptions global, AnalyzerConfigOptions? file)
    {
        _global = global;
        _file = file;
    }

    public static ProjectSettings Of(Compilation compilation, AnalyzerConfigOptionsProvider provider) => new(
        provider.GlobalOptions,
        compilation.SyntaxTrees.FirstOrDefault() is { } first ? provider.GetOptions(first) : null);

    /// <inheritdoc/>
    public override bool TryGetValue(string key, out string value)
    {
        if (_global.TryGetValue(key, out var found) || (_file is not null && _file.TryGetValue(key, out found)))
        {
            value = found;
            return true;
        }

        value = string.Empty;
        return false;
    }
}
