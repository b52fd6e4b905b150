using System.Linq;
using DataEngAnalyzers.Pipeline;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

/// <summary>Which methods are stages, and what is seen of them.</summary>
public sealed class StageTests
{
    [Fact]
    public void A_private_callee_is_seen_through_its_caller()
    {
        var stage = Code.Of("""
            namespace Shop;
            public sealed class Loader(NpgsqlConnection db)
            {
                public void Run() { Clear(); Fill(); }
                private void Clear() => db.Execute("DELETE FROM t");
                private void Fill() => db.Execute("INSERT INTO t (id) SELECT id FROM s");
            }
            """).Stage;
        Assert.Equal("Run", stage.Name);
        Assert.Equal([DataAction.Delete, DataAction.Write], stage.Operations.Select(operation => operation.Action));
    }

    [Fact]
    public void A_partial_type_is_one_type() => Assert.Equal("Run", Assert.Single(Code.Of("""
        namespace Shop;
        public sealed partial class Loader(NpgsqlConnection db)
        {
            public void Run() => Fill();
        }
        public sealed partial class Loader
        {
            private void Fill() => db.Execute("INSERT INTO t (id) SELECT id FROM s");
        }
        """).Stages).Name);

    [Fact]
    public void Another_object_with_a_method_of_the_same_name_is_no_callee() => Assert.Equal(2, Code.Of("""
        namespace Shop;
        public sealed class Loader(NpgsqlConnection db)
        {
            public void Run() => db.Execute("INSERT INTO t (id) SELECT id FROM s");
            public void Execute() => db.Execute("DELETE FROM t");
        }
        """).Stages.Count);

    [Fact]
    public void Top_level_statements_are_a_stage() => Assert.Equal("the program", Code.Of("""
        // top-level
        using var db = new NpgsqlConnection("");
        Fill();
        void Fill() => db.Execute("INSERT INTO t (id) SELECT id FROM s");
        """).Stage.Name);

    [Fact]
    public void A_lambda_runs_inside_the_method_it_is_handed_to()
    {
        var write = Code.Of("""
            namespace Shop;
            public sealed class Loader(NpgsqlConnection db)
            {
                public void Run() => Again(() => db.Execute("INSERT INTO t (id) SELECT id FROM s"));

                private static void Again(Action action)
                {
                    for (var attempt = 0; attempt < 3; attempt++)
                    {
                        try { action(); return; }
                        catch (Exception) { Thread.Sleep(100); }
                    }
                }
            }
            """).Stage.Writes.Single();
        Assert.NotNull(write.Around.Retry);
    }

    [Fact]
    public void A_local_function_sees_the_locals_around_it() => Assert.Equal("t", Code.Of("""
        var table = "t";
        Fill();
        void Fill() => db.Execute($"INSERT INTO {table} (id) SELECT id FROM s");
        """).Stage.Writes.Single().Dataset!.Name);

    [Fact]
    public void A_command_runs_the_text_that_was_set_on_it()
    {
        var writes = Code.Of("""
            using var command = db.CreateCommand();
            command.CommandText = "DELETE FROM t";
            command.ExecuteNonQuery();
            command.CommandText = "INSERT INTO t (id) SELECT id FROM s";
            await command.ExecuteNonQueryAsync(ct);
            """).Stage.Operations.Where(operation => operation.Dataset is not null);
        Assert.Equal([DataAction.Delete, DataAction.Write], writes.Select(operation => operation.Action));
    }
}
