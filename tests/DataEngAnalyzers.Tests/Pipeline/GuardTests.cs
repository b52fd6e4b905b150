using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Loads that are safe for one reason only: with it nothing is said, without it the insert is told.</summary>
public sealed class GuardTests
{
    private const string Careful = """
        public sealed class CarefulStore(NpgsqlConnection db)
        {
            public void Add(Sale sale) => db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
        }

        """;

    private const string Errors = """
        public static class Errors
        {
            public static bool IsKnown(Exception error) => error is PostgresException { SqlState: "23505" };
            public static bool IsDuplicate(Exception error) { if (error is PostgresException known) return Codes.Contains(known.SqlState); return false; }
            private static readonly string[] Codes = ["23505"];
        }

        """;

    private const string Team = """
        public sealed class Ledger(NpgsqlConnection db)
        {
            public bool IsDone(string file) => Count(file) > 0;
            public int Start(string file) => db.Execute("INSERT INTO processed_files (name) VALUES (@file) ON CONFLICT DO NOTHING", new { file });
            public bool TryStart(string file) => db.Execute("INSERT INTO processed_files (name) VALUES (@file) ON CONFLICT DO NOTHING", new { file }) == 1;
            public int Take(string file) => db.Execute("UPDATE files SET state = 'loading' WHERE name = @file AND state = 'new'", new { file });
            public string? StateOf(string file) => db.QuerySingleOrDefault<string>("SELECT state FROM files WHERE name = @file", new { file });
            public int Count(string file) => db.ExecuteScalar<int>("SELECT COUNT(*) FROM processed_files WHERE name = @file", new { file });
            public async Task<bool> IsDoneAsync(string file) => await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM processed_files WHERE name = @file", new { file }) > 0;
        }
        public sealed class Lookup(NpgsqlConnection db)
        {
            public bool Has(Sale sale) => db.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM loaded_sales WHERE id = @Id)", sale);
            public int Change(Sale sale) => db.Execute("UPDATE fact_sales SET amount = @Amount WHERE id = @Id", sale);
            public Sale? Find(int id) => db.QueryFirstOrDefault<Sale>("SELECT id FROM loaded_sales WHERE id = @id", new { id });
            public async Task<Sale?> FindAsync(int id) => await db.QueryFirstOrDefaultAsync<Sale>("SELECT id FROM loaded_sales WHERE id = @id", new { id });
        }
        public sealed class Putter(SaleStore store)
        {
            public void Add(Sale sale) => store.Add(sale);
            public int Put(Sale sale) { store.Add(sale); return sale.Id; }
        }
        public sealed class Cleaner(NpgsqlConnection db)
        {
            public void Clear() => db.Execute("DELETE FROM fact_sales");
            public void ClearOf(string file) => db.Execute("DELETE FROM fact_sales WHERE file = @file", new { file });
        }
        public sealed class Archive
        {
            public void Put(string file) => File.Move(file, file + ".done");
            public void Drop(string file) => File.Delete(file);
        }

        """;

    [Theory]
    [InlineData("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING")]
    [InlineData("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id")]
    [InlineData("INSERT INTO fact_sales (id) SELECT @Id WHERE NOT EXISTS (SELECT 1 FROM fact_sales WHERE id = @Id)")]
    [InlineData("MERGE INTO fact_sales t USING (SELECT @Id AS id) s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)")]
    [InlineData("UPDATE fact_sales SET amount = @Amount WHERE id = @Id")]
    [InlineData("INSERT INTO stg_fact_sales (id) VALUES (@Id)")]
    public void The_text_three_calls_away(string text)
    {
        Verdict.IsSilent(Far(text));
        Verdict.Reports(Far("INSERT INTO fact_sales (id) VALUES (@Id)"), "DEA1001 fact_sales");
    }

    [Theory]
    [InlineData("if (ledger.IsDone(file)) return;", "")]
    [InlineData("if (ledger.Count(file) > 0) throw new InvalidOperationException(file);", "")]
    [InlineData("var done = ledger.IsDone(file); if (done) return;", "")]
    [InlineData("var count = ledger.Count(file); if (count != 0) { Console.WriteLine(file); return; }", "")]
    [InlineData("if (!File.Exists(file) || ledger.IsDone(file)) return;", "")]
    [InlineData("if (ledger.IsDoneAsync(file).GetAwaiter().GetResult()) return;", "")]
    [InlineData("if (!ledger.IsDone(file)) {", "}")]
    [InlineData("if (ledger.IsDone(file)) { Console.WriteLine(file); } else {", "}")]
    [InlineData("if (!ledger.IsDone(file)) { Console.WriteLine(file); } else { return; }", "")]
    [InlineData("if (file.Length > 0) { if (ledger.IsDone(file)) return; }", "")]
    [InlineData("if (file.Length == 0) { Console.WriteLine(file); } else { if (ledger.IsDone(file)) return; }", "")]
    [InlineData("try { if (ledger.IsDone(file)) return; } catch (NpgsqlException e) { Console.WriteLine(e); throw; }", "")]
    [InlineData("using (var log = new StringWriter()) { if (ledger.IsDone(file)) return; }", "")]
    [InlineData("lock (ledger) { if (ledger.IsDone(file)) return; }", "")]
    [InlineData("{ if (ledger.IsDone(file)) return; }", "")]
    [InlineData("if (!ledger.TryStart(file)) return;", "")]
    [InlineData("if (ledger.Start(file) == 0) return;", "")]
    [InlineData("var started = ledger.Start(file); if (started == 0) { Console.WriteLine(file); return; }", "")]
    [InlineData("var started = ledger.TryStart(file); if (started) {", "}")]
    [InlineData("if (ledger.Take(file) != 1) return;", "")]
    [InlineData("var state = ledger.StateOf(file); if (state == \"loaded\") return;", "")]
    [InlineData("switch (ledger.StateOf(file)) { case \"new\":", "break; }")]
    [InlineData("switch (ledger.Count(file)) { case 0: break; default: return; }", "")]
    [InlineData("if (ledger.Count(file) == 0) {", "}")]
    [InlineData("", "archive.Put(file);")]
    [InlineData("", "archive.Drop(file);")]
    [InlineData("try {", "} finally { archive.Put(file); }")]
    [InlineData("using var scope = new System.Transactions.TransactionScope(); cleaner.Clear();", "scope.Complete();")]
    [InlineData("using var scope = new System.Transactions.TransactionScope(); cleaner.ClearOf(file);", "scope.Complete();")]
    [InlineData("using (var scope = new System.Transactions.TransactionScope()) { cleaner.Clear();", "scope.Complete(); }")]
    public void What_the_caller_does_around_it(string before, string after)
    {
        Verdict.IsSilent(Caller(before, after, "store.Add(sale);"));
        Verdict.Reports(Caller("", "", "store.Add(sale);"), "DEA1001 fact_sales");
    }

    [Theory]
    [InlineData("if (lookup.Has(sale)) continue; store.Add(sale);")]
    [InlineData("if (!lookup.Has(sale)) store.Add(sale);")]
    [InlineData("if (lookup.Has(sale)) Console.WriteLine(sale.Id); else store.Add(sale);")]
    [InlineData("if (lookup.Find(sale.Id) is null) store.Add(sale);")]
    [InlineData("if (lookup.Find(sale.Id) == null) store.Add(sale);")]
    [InlineData("var known = lookup.Has(sale); if (known) continue; store.Add(sale);")]
    [InlineData("var known = lookup.Has(sale); if (known) continue; if (sale.Amount > 0) store.Add(sale);")]
    [InlineData("var isNew = !lookup.Has(sale); if (isNew) store.Add(sale);")]
    [InlineData("var isNew = !lookup.Has(sale) && sale.Amount > 0; if (!isNew) continue; store.Add(sale);")]
    [InlineData("bool known; known = lookup.Has(sale); if (known == false) { store.Add(sale); }")]
    [InlineData("var known = lookup.Find(sale.Id); if (known == null) { store.Add(sale); }")]
    [InlineData("var known = lookup.Find(sale.Id); if (known is not null) { Console.WriteLine(known.Id); continue; } store.Add(sale);")]
    [InlineData("var known = lookup.Find(sale.Id)?.Id; if (!known.HasValue) store.Add(sale);")]
    [InlineData("if (lookup.FindAsync(sale.Id).GetAwaiter().GetResult() is not { } known) store.Add(sale);")]
    [InlineData("if (sale.Amount > 0 && !lookup.Has(sale)) store.Add(sale);")]
    [InlineData("if (sale.Amount <= 0 || lookup.Has(sale)) continue; store.Add(sale);")]
    [InlineData("if (sale.Amount > 0) { if (lookup.Has(sale)) continue; store.Add(sale); }")]
    [InlineData("switch (lookup.Has(sale)) { case true: break; default: store.Add(sale); break; }")]
    [InlineData("switch (lookup.Find(sale.Id)) { case null: store.Add(sale); break; case var known: Console.WriteLine(known.Id); break; }")]
    [InlineData("var known = lookup.Find(sale.Id); switch (known) { case null: store.Add(sale); break; }")]
    [InlineData("_ = lookup.Has(sale) ? 0 : store.Put(sale);")]
    [InlineData("_ = lookup.Find(sale.Id) switch { null => store.Put(sale), var known => known.Id };")]
    [InlineData("_ = lookup.Find(sale.Id)?.Id ?? store.Put(sale);")]
    [InlineData("var id = lookup.Find(sale.Id)?.Id; id ??= store.Put(sale); Console.WriteLine(id);")]
    [InlineData("_ = lookup.Has(sale) || store.Put(sale) > 0;")]
    [InlineData("_ = !lookup.Has(sale) && store.Put(sale) > 0;")]
    [InlineData("try { if (lookup.Has(sale)) continue; store.Add(sale); } finally { Console.WriteLine(sale.Id); }")]
    [InlineData("try { var known = lookup.Has(sale); if (known) continue; store.Add(sale); } catch (IOException e) { Console.WriteLine(e); throw; }")]
    [InlineData("lock (store) { if (lookup.Has(sale)) continue; store.Add(sale); }")]
    [InlineData("if (lookup.Change(sale) == 0) store.Add(sale);")]
    [InlineData("var changed = lookup.Change(sale); if (changed > 0) continue; store.Add(sale);")]
    [InlineData("foreach (var fresh in new[] { sale }.Where(one => !lookup.Has(one))) store.Add(fresh);")]
    public void What_the_caller_asks_for_each_row(string body)
    {
        Verdict.IsSilent(Caller("", "", body));
        Verdict.Reports(Caller("", "", "store.Add(sale);"), "DEA1001 fact_sales");
    }

    [Theory]
    [InlineData("if (sale.Amount <= 0) continue; store.Add(sale);")]
    [InlineData("var isBad = sale.Amount < 0; if (isBad) continue; store.Add(sale);")]
    [InlineData("_ = sale.Id > 0 && store.Put(sale) > 0;")]
    [InlineData("switch (sale.Id) { case 0: break; default: store.Add(sale); break; }")]
    [InlineData("if (sale.Id > 0) { if (lookup.Has(sale)) Console.WriteLine(sale.Id); } store.Add(sale);")]
    [InlineData("switch (lookup.Has(sale)) { case true: Console.WriteLine(sale.Id); break; } store.Add(sale);")]
    public void A_question_that_decides_nothing_about_known_rows_is_no_guard(string body) => Verdict.Reports(Caller("", "", body), "DEA1001 fact_sales");

    [Theory]
    [InlineData("catch (PostgresException e) when (e.SqlState == \"23505\") { }")]
    [InlineData("catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation) { Console.WriteLine(e); }")]
    [InlineData("catch (PostgresException e) when (e.SqlState != PostgresErrorCodes.UniqueViolation) { throw; }")]
    [InlineData("catch (PostgresException e) { if (e.SqlState == PostgresErrorCodes.UniqueViolation) continue; throw; }")]
    [InlineData("catch (PostgresException e) { switch (e.SqlState) { case PostgresErrorCodes.UniqueViolation: break; default: throw; } }")]
    [InlineData("catch (System.Data.Common.DbException e) when (e.SqlState == \"23505\") { }")]
    [InlineData("catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }) { }")]
    [InlineData("catch (Exception e) when (e.GetBaseException() is SqlException { Number: 2627 or 2601 }) { }")]
    [InlineData("catch (SqlException e) when (e.Errors.Cast<SqlError>().Any(error => error.Number == 2627)) { }")]
    [InlineData("catch (MySqlConnector.MySqlException e) when (e.ErrorCode == MySqlConnector.MySqlErrorCode.DuplicateKeyEntry) { }")]
    [InlineData("catch (MySqlConnector.MySqlException e) when (e.Number == 1062) { }")]
    [InlineData("catch (SqliteException e) when (e.SqliteErrorCode == 19) { }")]
    [InlineData("catch (SqliteException e) { if (e.SqliteExtendedErrorCode == 2067) continue; throw; }")]
    [InlineData("catch (Exception e) when (Errors.IsKnown(e)) { }")]
    [InlineData("catch (Exception e) when (Errors.IsDuplicate(e)) { }")]
    [InlineData("catch (Exception e) when (e.Message.Contains(\"duplicate key\")) { }")]
    public void A_handler_that_expects_the_key_to_be_there(string handler)
    {
        Verdict.IsSilent(Errors + Caller("", "", $"try {{ store.Add(sale); }} {handler}"));
        Verdict.IsSilent(Errors + Caller("", "", $"try {{ if (sale.Amount < 0) continue; store.Add(sale); Console.WriteLine(sale.Id); }} {handler}"));
    }

    [Theory]
    [InlineData("catch (PostgresException e) when (e.SqlState == \"40001\") { throw; }")]
    [InlineData("catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation) { throw; }")]
    [InlineData("catch (SqlException e) when (e.Number == 1205) { throw; }")]
    [InlineData("catch (Exception e) when (e.Message.Contains(\"timeout\")) { throw; }")]
    [InlineData("catch (Exception e) { Console.WriteLine(\"unique or not \" + e); throw; }")]
    public void A_handler_that_expects_something_else_is_no_guard(string handler) =>
        Verdict.Reports(Errors + Caller("", "", $"try {{ store.Add(sale); }} {handler}"), "DEA1001 fact_sales");

    [Theory]
    [InlineData("public sealed class Job(Func<STORE> make, Feed feed) { public void Run() { foreach (var sale in feed.Read(\"a.csv\")) make().Add(sale); } }")]
    [InlineData("public sealed class Job(Lazy<STORE> store, Feed feed) { public void Run() { foreach (var sale in feed.Read(\"a.csv\")) store.Value.Add(sale); } }")]
    [InlineData("public sealed class Job(Feed feed) { public required STORE Store { get; init; } public void Run() { foreach (var sale in feed.Read(\"a.csv\")) Store.Add(sale); } }")]
    [InlineData("public sealed class Job(NpgsqlConnection db, Feed feed) { public void Run() { var store = new STORE(db); feed.Read(\"a.csv\").ForEach(sale => store.Add(sale)); } }")]
    [InlineData("public sealed class Stores(NpgsqlConnection db) { public STORE Create() => new STORE(db); } public sealed class Job(Stores stores, Feed feed) { public void Run() { var store = stores.Create(); foreach (var sale in feed.Read(\"a.csv\")) store.Add(sale); } }")]
    [InlineData("public sealed class Job(STORE store, Feed feed) { public void Run() { Save(feed.Read(\"a.csv\")); void Save(List<Sale> sales) { foreach (var sale in sales) store.Add(sale); } } }")]
    [InlineData("public sealed class Job(STORE store, Feed feed) { public Task Run() => Task.Run(() => { foreach (var sale in feed.Read(\"a.csv\")) store.Add(sale); }); }")]
    [InlineData("public sealed class Job(STORE store, Feed feed) { public void Run() { foreach (var batch in feed.Read(\"a.csv\").Chunk(100)) { foreach (var sale in batch) store.Add(sale); } } }")]
    [InlineData("public sealed class Job(STORE store, Feed feed) { public void Run() => Parallel.ForEach(feed.Read(\"a.csv\"), sale => store.Add(sale)); }")]
    [InlineData("public sealed record Tools(STORE Store, Feed Feed); public sealed class Job(Tools tools) { public void Run() { foreach (var sale in tools.Feed.Read(\"a.csv\")) tools.Store.Add(sale); } }")]
    [InlineData("public abstract class Step { public void Run(string file) { foreach (var sale in Read(file)) Save(sale); } protected abstract List<Sale> Read(string file); protected abstract void Save(Sale sale); } public sealed class Job(STORE store, Feed feed) : Step { protected override List<Sale> Read(string file) => feed.Read(file); protected override void Save(Sale sale) => store.Add(sale); }")]
    [InlineData("public sealed class Job(STORE store, Feed feed) { public void Run() { var sales = feed.Read(\"a.csv\"); for (var i = 0; i < sales.Count; i++) store.Add(sales[i]); } }")]
    [InlineData("public sealed class Job(STORE store, Feed feed) { public void Run() { var queue = new Queue<Sale>(feed.Read(\"a.csv\")); while (queue.TryDequeue(out var sale)) store.Add(sale); } }")]
    [InlineData("public sealed class Job(STORE store, Feed feed) { public void Run() { foreach (var shop in feed.Read(\"a.csv\").GroupBy(sale => sale.Id)) { foreach (var sale in shop) store.Add(sale); } } }")]
    public void The_store_that_the_rows_get_to(string job)
    {
        Verdict.IsSilent(Careful + job.Replace("STORE", "CarefulStore"));
        Verdict.Reports(job.Replace("STORE", "SaleStore"), "DEA1001 fact_sales");
    }

    private static string Far(string text) => $$"""
        public sealed class Sink(NpgsqlConnection db) { public void Put(IEnumerable<Sale> sales) => db.Execute("{{text}}", sales); }
        public sealed class Loader(Sink sink) { public void Load(IEnumerable<Sale> sales) => sink.Put(sales); }
        public sealed class Job(Loader loader, Feed feed) { public void Run() => loader.Load(feed.Read("a.csv")); }
        """;

    private static string Caller(string before, string after, string body) => Team + $$"""
        public sealed class Import(Feed feed, Putter store, Lookup lookup)
        {
            public void Load(string file)
            {
                foreach (var sale in feed.Read(file))
                {
                    {{body}}
                }
            }
        }
        public sealed class Job(Import import, Ledger ledger, Cleaner cleaner, Archive archive)
        {
            public void Run(string file)
            {
                {{before}}
                import.Load(file);
                {{after}}
            }
        }
        """;
}
