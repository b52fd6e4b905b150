using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class ImportNeverCompletedTests() : RuleTests("DEA1007")
{
    [Fact]
    public Task Reports_an_import_that_is_only_disposed() => Reports("""
        using var writer = db.[|BeginBinaryImport|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
        foreach (var sale in sales)
            writer.WriteRow(sale.Id);
        """);

    [Fact]
    public Task Reports_an_async_import_in_a_using_statement() => Reports("""
        await using (var writer = await db.[|BeginBinaryImportAsync|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)", ct))
        {
            foreach (var sale in sales)
                await writer.WriteRowAsync(ct, sale.Id);
        }
        """);

    [Fact]
    public Task Reports_an_import_into_a_staging_table() => Reports("""
        using var writer = db.[|BeginBinaryImport|]("COPY tmp_sales (id) FROM STDIN (FORMAT BINARY)");
        writer.WriteRow(1);
        """);

    [Fact]
    public Task Reports_an_import_whose_rows_a_method_of_the_same_type_writes() => Reports("""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db)
        {
            public void Load(IReadOnlyList<Sale> sales)
            {
                using var writer = db.[|BeginBinaryImport|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
                WriteAll(writer, sales);
            }

            private static void WriteAll(NpgsqlBinaryImporter writer, IReadOnlyList<Sale> sales)
            {
                foreach (var sale in sales)
                    writer.WriteRow(sale.Id);
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_import_is_completed() => StaysQuiet("""
        using var writer = db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
        foreach (var sale in sales)
            writer.WriteRow(sale.Id);
        writer.Complete();
        """);

    [Fact]
    public Task Stays_quiet_when_one_path_completes_it() => StaysQuiet("""
        await using var writer = await db.BeginBinaryImportAsync("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)", ct);
        if (sales.Count > 0)
        {
            await writer.WriteRowAsync(ct, sales[0].Id);
            await writer.CompleteAsync(ct);
        }
        """);

    [Fact]
    public Task Stays_quiet_when_a_method_of_the_same_type_completes_it() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db)
        {
            public void Load()
            {
                using var writer = db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
                Finish(writer);
            }

            private static void Finish(NpgsqlBinaryImporter importer) => importer.Complete();
        }
        """);

    [Fact]
    public Task Stays_quiet_when_the_writer_leaves_the_method() => StaysQuiet("""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db)
        {
            private NpgsqlBinaryImporter? _writer;

            public NpgsqlBinaryImporter Open() => db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");

            public void Keep() => _writer = db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");

            public void Hand(RowSink sink)
            {
                using var writer = db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
                sink.Fill(writer);
            }
        }

        public sealed class RowSink
        {
            public void Fill(NpgsqlBinaryImporter writer) => writer.Complete();
        }
        """);

    [Fact]
    public Task Stays_quiet_for_a_text_import() => StaysQuiet("""
        using var writer = db.BeginTextImport("COPY fact_sales (id) FROM STDIN");
        writer.Write("1\n");
        """);

    [Fact]
    public Task Fixes_by_completing_behind_the_last_row() => Fixes("""
        await using var writer = await db.[|BeginBinaryImportAsync|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var sale in sales)
            await writer.WriteRowAsync(ct, sale.Id); // one row a sale
        log("done");
        """, """
        await using var writer = await db.BeginBinaryImportAsync("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var sale in sales)
            await writer.WriteRowAsync(ct, sale.Id); // one row a sale
        await writer.CompleteAsync(ct);
        log("done");
        """);

    [Fact]
    public Task Fixes_inside_the_try_so_that_a_failed_import_is_not_completed() => Fixes("""
        using var writer = db.[|BeginBinaryImport|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
        try
        {
            writer.WriteRow(1);
        }
        catch (PostgresException)
        {
            log("failed");
        }
        """, """
        using var writer = db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)");
        try
        {
            writer.WriteRow(1);
            await writer.CompleteAsync(ct);
        }
        catch (PostgresException)
        {
            log("failed");
        }
        """);

    [Fact]
    public Task Fixes_both_imports_of_a_synchronous_method() => Fixes("""
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db)
        {
            public int Load(IReadOnlyList<Sale> sales)
            {
                using (var first = db.[|BeginBinaryImport|]("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)"))
                {
                    // all of them
                    foreach (var sale in sales)
                        first.WriteRow(sale.Id);
                }

                using var second = db.[|BeginBinaryImport|]("COPY dim_product (id) FROM STDIN (FORMAT BINARY)");
                second.WriteRow(1);
                return sales.Count;
            }
        }
        """, """
        namespace Shop;

        public sealed class SalesLoader(NpgsqlConnection db)
        {
            public int Load(IReadOnlyList<Sale> sales)
            {
                using (var first = db.BeginBinaryImport("COPY fact_sales (id) FROM STDIN (FORMAT BINARY)"))
                {
                    // all of them
                    foreach (var sale in sales)
                        first.WriteRow(sale.Id);
                    first.Complete();
                }

                using var second = db.BeginBinaryImport("COPY dim_product (id) FROM STDIN (FORMAT BINARY)");
                second.WriteRow(1);
                second.Complete();
                return sales.Count;
            }
        }
        """);
}
