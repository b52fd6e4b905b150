using System.Threading;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The question where written rows come from.</summary>
internal static class RowFlows
{
    /// <summary>Where the values come from that an operation writes, column by column; nothing is followed before somebody asks.</summary>
    /// <param name="stage">The stage that writes.</param>
    /// <param name="write">A write, an update or a save.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>A flow without columns, but with a gap, where nothing is known of the operation's rows.</returns>
    public static RowFlow FlowInto(this Stage stage, DataOperation write, CancellationToken cancellation = default)
    {
        var target = new FlowTarget(stage, write, new FlowTracer(stage.Run, stage.Context, cancellation));
        if (write.Statement is not null && write.Action != DataAction.Open)
            SqlTargets.Follow(target);
        else if (write.Action == DataAction.Update && write.Api.Role == Knowledge.ApiRole.Update)
            EntityTargets.FollowSetters(target);
        else if (write.Sink == Sink.Entity || write.Api.Role == Knowledge.ApiRole.Track)
            EntityTargets.Follow(target);
        else if (write.Action == DataAction.Save)
            EntityTargets.FollowTracked(target);
        else if (write.Sink == Sink.Bulk && write.Api["format"] is null)
            BulkTargets.Follow(target);
        else if (write.Action == DataAction.Write)
            FileTargets.Follow(target);
        return target.Flow();
    }
}
