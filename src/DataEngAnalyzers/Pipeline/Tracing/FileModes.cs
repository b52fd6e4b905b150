using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>How an opened file treats what is already in it, read off the arguments that opened it.</summary>
internal sealed class FileModes
{
    private const int MostWraps = 8;
    private const int FileModeAppend = 6;

    private readonly PipelineContext _context;

    public FileModes(PipelineContext context) => _context = context;

    /// <summary>Append, replace, or unknown when the way it was opened is out of sight.</summary>
    public WriteMode Of(Value handle) => Of(handle, depth: 0);

    /// <summary>How an opening call itself opens.</summary>
    public WriteMode Of(Call open) => Of(open, depth: 0);

    private WriteMode Of(Value handle, int depth)
    {
        if (depth > MostWraps || _context.Values.MakerOf(handle, ApiRole.Open) is not { } maker)
            return WriteMode.Unknown;
        return Of(maker, depth);
    }

    private WriteMode Of(Call maker, int depth)
    {
        if (maker.Api["kind"] is "copy" or "table")
            return WriteMode.Append;
        if (maker["inner"] is { } inner)
            return Of(inner, depth + 1);
        if (maker["mode"] is { } mode)
        {
            return _context.Values.Resolve(mode).Operation.ConstantValue switch
            {
                { HasValue: true, Value: true or FileModeAppend } => WriteMode.Append,
                { HasValue: true } => WriteMode.Replace,
                _ => WriteMode.Unknown,
            };
        }

        return maker.Api["access"] switch
        {
            "append" => WriteMode.Append,
            "write" => WriteMode.Replace,
            _ => WriteMode.Unknown,
        };
    }
}
