using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Where two operations of one run come together: in a body that holds both, or that calls what holds them.</summary>
internal static class Meetings
{
    /// <summary>
    /// The place of a later operation as the body that goes on from the earlier one sees it: the operation itself, or the call that leads
    /// to it where another class does it. What must hold both can only be put there.
    /// </summary>
    public static (Location Where, IMethodSymbol Member) PlaceBehind(this DataOperation later, DataOperation earlier)
    {
        var (where, frame, isOther) = (later.Location, later.Call.Frame, false);
        while (!earlier.Call.Frame.IsWithin(frame) && frame is { Caller: { } caller, Site: { } site })
        {
            isOther |= frame.IsOtherObject;
            where = Call.PlaceOf(site.Syntax);
            frame = caller;
        }

        return isOther ? (where, frame.Method) : (later.Location, later.Member);
    }
}
