using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Assessment;

/// <summary>The configuration key behind a value, as it is written in JSON settings: <c>ConnectionStrings:Dw</c>.</summary>
internal static class SettingKey
{
    private const int MostSections = 8;

    /// <summary>The key; <see langword="null"/> where the value comes from elsewhere or the code does not name the key.</summary>
    public static string? Behind(Value value, PipelineContext context) =>
        context.Values.Influence(value, api => api.Role == ApiRole.Setting && api["name"] is not null) is { } setting ? Of(setting, context) : null;

    private static string? Of(Call setting, PipelineContext context)
    {
        string? key = null;
        Call? step = setting;
        for (var depth = 0; step is { } call && depth < MostSections; depth++)
        {
            if (call["name"] is not { } name || !(HostText.Read(name, context) is { IsConstant: true, Text.Text: var text }))
                return null;
            // An environment variable says a colon by two underscores.
            text = text.Replace("__", ":");
            if (call.Api["section"] is { } section)
                text = $"{section}:{text}";
            key = key is null ? text : $"{text}:{key}";
            step = call.Receiver is { } owner && Values.SymbolOf(context.Values.Resolve(owner).Operation) is not null ? context.Values.MakerOf(owner, ApiRole.Setting) : null;
        }

        return key;
    }
}
