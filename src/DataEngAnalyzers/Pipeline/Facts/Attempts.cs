using System.Linq;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What the handlers around an operation are there for.</summary>
internal static class Attempts
{
    /// <summary>True when a handler around it takes a particular error: the author knows which one may come.</summary>
    public static bool ExpectsError(DataOperation operation)
    {
        for (var attempt = operation.Around.Attempt; attempt is not null; attempt = attempt.Outer)
        {
            if (attempt.Handlers.Any(handler => !handler.IsGeneral))
                return true;
        }

        return false;
    }
}
