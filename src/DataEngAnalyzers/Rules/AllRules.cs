using System.Collections.Immutable;
using DataEngAnalyzers.Rules.Backfill;
using DataEngAnalyzers.Rules.Cost;
using DataEngAnalyzers.Rules.Latency;
using DataEngAnalyzers.Rules.Lineage;
using DataEngAnalyzers.Rules.Quality;
using DataEngAnalyzers.Rules.Reliability;
using DataEngAnalyzers.Rules.Schema;
using DataEngAnalyzers.Rules.Storage;

namespace DataEngAnalyzers.Rules;

/// <summary>Every rule of the package, by id.</summary>
internal static class AllRules
{
    public static readonly ImmutableArray<Rule> All = ImmutableArray.Create<Rule>(
        new InsertAppendsOnRerun(),
        new RequestRepeated(),
        new ProgressBeforeWrite(),
        new OffsetsStoredOnDelivery(),
        new WeakDelivery(),
        new DeliveryUnobserved(),
        new ImportNeverCompleted(),
        new CopyKeptInPart(),
        new BulkLoadKeptInPart(),
        new RefreshNotAtomic(),
        new ChangeWithoutWhere(),
        new CheckRaces(),
        new MergeRace(),
        new WritesTorn(),
        new TransactionNotCommitted(),
        new ScopeLostAcrossAwait(),
        new RowErrorSwallowed(),
        new BulkLoadAppendsOnRerun(),
        new EntitiesAppendOnRerun(),
        new FileAppendsOnRerun(),
        new DocumentsAppendOnRerun(),
        new ItemsCreatedOnRerun(),
        new KeyMadeUp(),
        new RunsOverlap(),
        new WorkNotAwaited(),
        new AcknowledgedTooEarly(),
        new RetriedAppend(),
        new RowsUnchecked(),
        new SourceErrorsSilenced(),
        new CultureDependentConversion(),
        new ParseResultIgnored(),
        new PositionalColumns(),
        new ArbitraryRowSelection(),
        new ColumnsWithoutMember(),
        new ValidationStopsNothing(),
        new DirtyReadsLand(),
        new DestructiveMigration(),
        new RequiredColumnWithoutValue(),
        new SchemaChangeInLoader(),
        new StarFeedsSink(),
        new DatasetNameUnknown(),
        new MovementNotRecorded(),
        new WallClockWindow(),
        new HardCodedWindow(),
        new WindowNotGiven(),
        new StrictWatermark(),
        new WatermarkFromClock(),
        new PagesShift(),
        new PartitionsWiped(),
        new UnlimitedTimeout(),
        new RoundTripPerRow(),
        new WholeDatasetHeld(),
        new StopUnheard(),
        new RowGroupPerRow(),
        new PathDateForm(),
        new FilePerMessage(),
        new OutputNameMadeUp(),
        new FilterInMemory());
}
