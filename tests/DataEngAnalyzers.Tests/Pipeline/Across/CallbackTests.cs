using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline.Across;

/// <summary>Code of a job that a method of another project runs: inside its loop, its retry, its transaction.</summary>
public sealed class CallbackTests
{
    private const string Retry = """
        namespace Shop.Data;
        public static class Again
        {
            public static async Task Run(Func<Task> work)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try { await work(); return; }
                    catch (DbException) { await Task.Delay(100); }
                }
            }
        }
        """;

    private const string Base = """
        namespace Shop.Data;
        public abstract class FileJob<TRow>
        {
            public void Run(string path)
            {
                Prepare();
                using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
                foreach (var row in csv.GetRecords<TRow>())
                    Store(row);
            }
            protected virtual void Prepare() { }
            protected abstract void Store(TRow row);
        }
        """;

    private const string Job = """
        using Shop.Data;
        namespace Shop.Jobs;
        public sealed class SaleJob(NpgsqlConnection db) : FileJob<Sale>
        {
            protected override void Store(Sale sale) => db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale);
        }
        public static class Jobs
        {
            public static void Night(NpgsqlConnection db) => new SaleJob(db).Run("sales.csv");
        }
        """;

    [Fact]
    public async Task A_retry_of_another_project_repeats_what_it_is_given() => Assert.Equal(
        ["DEA1033 11: 'sales' can get the same rows twice: the retry in RunAsync repeats the write, and nothing recognises rows that have landed"],
        await Shop.Says(Retry, Shop.JobOver("await Again.Run(() => db.ExecuteAsync(\"INSERT INTO sales (id) VALUES (@Id)\", sale));", "NpgsqlConnection db, string"), "DEA1001", "DEA1033"));

    [Fact]
    public async Task A_retry_of_another_project_around_a_read_repeats_no_write() => Assert.Empty(await Shop.Says(
        Retry,
        Shop.JobOver("await Again.Run(() => db.QueryAsync<Sale>(\"SELECT id FROM prices\")); await db.ExecuteAsync(\"INSERT INTO sales (id) VALUES (@Id) ON CONFLICT DO NOTHING\", sale);", "NpgsqlConnection db, string"),
        "DEA1001",
        "DEA1033"));

    [Fact]
    public async Task The_loop_of_a_base_class_is_around_the_override() => Assert.Equal(
        ["DEA1001 5: 'sales' gets every row again when Night runs twice: the INSERT recognises no key"],
        await Shop.Says(Base, Job, "DEA1001"));

    [Fact]
    public async Task An_override_that_the_base_class_runs_first_empties_the_table() => Assert.Empty(await Shop.Says(
        Base,
        Job.Replace("{\n    protected", "{\n    protected override void Prepare() => db.Execute(\"DELETE FROM sales\");\n    protected", System.StringComparison.Ordinal),
        "DEA1001"));

    [Fact]
    public async Task A_transaction_that_another_project_opens_around_what_it_is_given() => Assert.Empty(
        await Shop.Says(Together("using var transaction = db.BeginTransaction();", "transaction.Commit();"), TogetherJob, "DEA1001", "DEA1010", "DEA1015"));

    [Fact]
    public async Task Without_the_transaction_the_same_refresh_is_reported() => Assert.Equal(
        ["DEA1010 12: 'sales' loses all its rows when this load fails: the delete before it is already committed"],
        await Shop.Says(Together("", ""), TogetherJob, "DEA1001", "DEA1010", "DEA1015"));

    private const string TogetherJob = """
        using Shop.Data;
        namespace Shop.Jobs;
        public sealed class SaleJob(Database database)
        {
            public void Run()
            {
                using var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
                database.Together(db =>
                {
                    db.Execute("DELETE FROM sales");
                    foreach (var sale in csv.GetRecords<Sale>())
                        db.Execute("INSERT INTO sales (id) VALUES (@Id)", sale);
                });
            }
        }
        """;

    private static string Together(string begin, string commit) => $$"""
        namespace Shop.Data;
        public sealed class Database(NpgsqlConnection db)
        {
            public void Together(Action<NpgsqlConnection> work)
            {
                {{begin}}
                work(db);
                {{commit}}
            }
        }
        """;
}
