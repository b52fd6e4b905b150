namespace DataEngAnalyzers.Pipeline;

/// <summary>What a run is called that a host starts.</summary>
internal static class RunNames
{
    /// <summary>The method that the host of an operation calls, where the stage hands it over as a delegate: the stage itself only asks for the run.</summary>
    public static string NameOfRun(this Stage stage, DataOperation operation)
    {
        var handedAt = operation.Around.Runner.Where;
        for (var frame = operation.Call.Frame; frame is { Caller.Body.Syntax: var outer }; frame = frame.Caller)
        {
            if (outer.SyntaxTree == handedAt.SourceTree && outer.Span.Contains(handedAt.SourceSpan))
                return Stage.NameOf(frame.Method);
        }

        return stage.Name;
    }
}
