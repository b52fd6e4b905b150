using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

/// <summary>Clocks that start a run by an event, or by the type of a job.</summary>
public sealed class RunsOverlapClocksTests : RuleTests
{
    // A stub of the part of Coravel that schedules.
    private const string Coravel = """
        using System;
        using System.Threading.Tasks;
        namespace Coravel.Invocable { public interface IInvocable { Task Invoke(); } }
        namespace Coravel.Scheduling.Schedule.Interfaces
        {
            public interface IScheduler
            {
                IScheduleInterval Schedule(Action actionToSchedule);
                IScheduleInterval ScheduleAsync(Func<Task> asyncTaskToSchedule);
                IScheduleInterval Schedule<T>() where T : Coravel.Invocable.IInvocable;
                IScheduleInterval ScheduleWithParams<T>(params object[] parameters) where T : Coravel.Invocable.IInvocable;
            }
            public interface IScheduleInterval { IScheduledEventConfiguration EveryMinute(); }
            public interface IScheduledEventConfiguration { IScheduledEventConfiguration PreventOverlapping(string uniqueIdentifier); IScheduledEventConfiguration Monday(); }
        }
        """;

    public RunsOverlapClocksTests()
        : base("DEA1027") => Libraries["Coravel"] = Coravel;

    private static string Job(string start, string name = "Invoke", string before = "", string members = "") => $$"""
        using Coravel.Invocable;
        using Coravel.Scheduling.Schedule.Interfaces;

        namespace Shop;

        public sealed class SaleJob(SqlConnection source, NpgsqlConnection db) : IInvocable
        {
            public async Task {{name}}()
            {
                {{before}}
                foreach (var sale in await source.QueryAsync<Sale>("SELECT id FROM sales"))
                    await db.ExecuteAsync("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            }
        }

        public sealed class Startup
        {
            {{members}}
            public void Configure(IScheduler scheduler, SaleJob job)
            {
                {{start}}
                _ = (scheduler, job);
            }
        }
        """;

    [Theory]
    [InlineData("scheduler.Schedule<SaleJob>().EveryMinute();")]
    [InlineData("scheduler.ScheduleWithParams<SaleJob>(5).EveryMinute().Monday();")]
    [InlineData("scheduler.ScheduleAsync(() => job.Invoke()).EveryMinute();")]
    [InlineData("scheduler.ScheduleAsync(job.Invoke).EveryMinute();")]
    [InlineData("var timer = new System.Timers.Timer(60_000); timer.Elapsed += async (sender, args) => await job.Invoke(); timer.Start();")]
    [InlineData("scheduler.Schedule<SaleJob>().EveryMinute(); scheduler.Schedule(() => { }).EveryMinute().PreventOverlapping(\"other\");")]
    public Task Reports_a_job_that_a_clock_starts_whether_the_last_run_is_done_or_not(string start) => Reports(Job(start, "[|Invoke|]"));

    [Theory]
    [InlineData("scheduler.Schedule<SaleJob>().EveryMinute().PreventOverlapping(\"sales\");")]
    [InlineData("scheduler.Schedule<SaleJob>().EveryMinute().Monday().PreventOverlapping(\"sales\");")]
    [InlineData("var timer = new System.Timers.Timer(60_000) { AutoReset = false }; timer.Elapsed += async (sender, args) => await job.Invoke();")]
    [InlineData("_timer.Elapsed += async (sender, args) => await job.Invoke();", "", "private readonly System.Timers.Timer _timer = new(60_000) { AutoReset = false };")]
    [InlineData("_timer.Elapsed += async (sender, args) => { _timer.Stop(); await job.Invoke(); _timer.Start(); };", "", "private readonly System.Timers.Timer _timer = new(60_000);")]
    [InlineData("scheduler.Schedule<SaleJob>().EveryMinute();", "if (!Monitor.TryEnter(db)) return;")]
    [InlineData("job.Invoke();")]
    public Task Stays_quiet_when_runs_are_kept_apart(string start, string before = "", string members = "") => StaysQuiet(Job(start, before: before, members: members));

    [Fact]
    public Task Reports_a_handler_of_a_timer() => Reports("""
        namespace Shop;

        public sealed class SaleService(SqlConnection source, NpgsqlConnection db)
        {
            private readonly System.Timers.Timer _timer = new(60_000);

            public void Start()
            {
                _timer.Elapsed += OnElapsed;
                _timer.Start();
            }

            private void [|OnElapsed|](object? sender, System.Timers.ElapsedEventArgs args)
            {
                foreach (var sale in source.Query<Sale>("SELECT id FROM sales"))
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            }
        }
        """);
}
