using System.Linq;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>What a run gets to over classes, as the engine sees it.</summary>
public sealed class CallTests
{
    private static void Sees(string expected, string code) => Assert.Equal(expected.ReplaceLineEndings("\n"), StageText.Of(Code.Of("namespace Shop;\n" + code).Stages));

    [Fact]
    public void Rows_that_one_class_reads_and_another_writes_are_one_stage() => Sees(
        """
        Job.Run: it moves rows from a source to a sink
          open sales.csv <- Extractor.Extract
          open sales.csv <- Extractor.Extract
          read sales.csv <- Extractor.Extract
          write fact_sales append [each rows] <- Loader.Load
        """,
        """
        public sealed class Extractor
        {
            public List<Sale> Extract(string path)
            {
                using var reader = new StreamReader(path);
                using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
                return csv.GetRecords<Sale>().ToList();
            }
        }
        public sealed class Loader(NpgsqlConnection db)
        {
            public void Load(IEnumerable<Sale> sales)
            {
                foreach (var sale in sales)
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id)", sale);
            }
        }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run() => new Loader(db).Load(new Extractor().Extract("sales.csv"));
        }
        """);

    [Fact]
    public void A_class_that_moves_rows_by_itself_is_a_stage_of_its_own_seen_from_its_caller() => Sees(
        """
        Job.Run: no pipeline
          begin
          commit
        Mart.Refresh: it copies rows inside the database
          write mart append many [transaction]
        """,
        """
        public sealed class Mart(NpgsqlConnection db)
        {
            public void Refresh() => db.Execute("INSERT INTO mart (id) SELECT id FROM fact_sales");
        }
        public sealed class Job(NpgsqlConnection db)
        {
            public void Run()
            {
                using var transaction = db.BeginTransaction();
                new Mart(db).Refresh();
                transaction.Commit();
            }
        }
        """);

    [Fact]
    public void A_call_through_an_interface_runs_its_implementation() => Sees(
        """
        Job.Run: it moves rows from a source to a sink
          read sales.txt
          write fact_sales append [each rows] <- SaleStore.Add
        """,
        """
        public interface ISaleStore { void Add(string line); }
        public sealed class SaleStore(NpgsqlConnection db) : ISaleStore
        {
            public void Add(string line) => db.Execute("INSERT INTO fact_sales (line) VALUES (@line)", new { line });
        }
        public sealed class Job(ISaleStore store)
        {
            public void Run()
            {
                foreach (var line in File.ReadLines("sales.txt"))
                    store.Add(line);
            }
        }
        """);

    [Fact]
    public void A_base_class_holds_the_loop_and_the_derived_one_the_write() => Sees(
        """
        ImportBase.Run: it moves rows from a source to a sink
          read sales.txt
          write fact_sales append [each rows] [retry] <- SaleImport.Save
        """,
        """
        public abstract class ImportBase
        {
            public void Run()
            {
                foreach (var line in File.ReadLines("sales.txt"))
                {
                    for (var attempt = 0; attempt < 3; attempt++)
                    {
                        try { Save(line); break; }
                        catch (Exception) { Thread.Sleep(100); }
                    }
                }
            }
            protected abstract void Save(string line);
        }
        public sealed class SaleImport(NpgsqlConnection db) : ImportBase
        {
            protected override void Save(string line) => db.Execute("INSERT INTO fact_sales (line) VALUES (@line)", new { line });
        }
        """);

    [Fact]
    public void A_generic_repository_writes_the_table_of_its_type_argument() => Sees(
        """
        Repository.Insert: no pipeline
          write Sales append
        """,
        """
        public class Repository<T>(ShopContext context) where T : class
        {
            public void Insert(T row) => context.Set<T>().Add(row);
        }
        public sealed class Job(ShopContext context)
        {
            public void Run() => new Repository<Sale>(context).Insert(new Sale());
        }
        """);
}
