using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

public static class Load
{
    public static async Task RunAsync(string database, string folder)
    {
        var job = JobBuilder.Create<SaleJob>().UsingJobData("database", database).Build();
        var twice = TriggerBuilder.Create().WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMilliseconds(100)).WithRepeatCount(1)).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddQuartz();
        await using var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.ScheduleJob(job, twice);
        await scheduler.Start();
        while (await scheduler.GetTrigger(twice.Key) is not null)
            await Task.Delay(50);
        await scheduler.Shutdown(waitForJobsToComplete: true);
    }
}

public sealed class SaleJob : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = new Connection(context.MergedJobDataMap.GetString("database"));
        await db.OpenAsync();
        var sales = await db.QueryAsync<Sale>("SELECT id, product, amount FROM shop_sales WHERE id > (SELECT coalesce(max(id), 0) FROM fact_sales)");
        // The price service answers slowly.
        await Task.Delay(1500);
        await using var transaction = await db.BeginTransactionAsync();
        await db.ExecuteAsync("INSERT INTO fact_sales (id, product, amount) VALUES (@Id, @Product, @Amount)", sales, transaction);
        await transaction.CommitAsync();
    }
}
