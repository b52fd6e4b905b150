using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>A table gets times of which nobody can say later in which zone they were told.</summary>
internal sealed class TimesWithoutZone : Rule
{
    public TimesWithoutZone()
        : base(
            id: "DEA2023",
            severity: Severity.Medium,
            title: "A time is stored without its zone",
            message: "{0}: after the clocks change, or on a server elsewhere, rows are out of order and the hour they tell is wrong")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var time in stage.TimesWithoutZone().Where(time => Freshness.LoadTimeOf(time, stage) is null))
        {
            var finding = findings.Report(this, time.Clock, time.Member, $"'{time.Column}' of '{time.Write.Dataset!.Name}' gets local time without its zone")
                .About(time.Write.Dataset)
                .Because("the machine's zone decides what is told here", time.Clock)
                .Because($"and '{time.Column}' stores it", time.Write.Location)
                .Remedy("Store the time in UTC, or with its offset");
            if (time.IsReadForColumn && time.Write.Dialect is not (SqlDialect.PostgreSql or SqlDialect.Unknown))
                finding.ForFix("zone", "utc");
        }

        foreach (var setting in stage.ZoneSwitches())
        {
            findings.Report(this, setting, "Npgsql stores local times without their zone by this switch")
                .BecauseOf(stage)
                .Remedy("Remove the switch, make the columns timestamptz and write times in UTC");
        }
    }
}
