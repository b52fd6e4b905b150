using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Emit;

public sealed class AlembicRevisionTests
{
    private const string Program = "/usr/bin/alembic";

    private const string Environment = """
        from alembic import context
        from sqlalchemy import create_engine, inspect

        engine = create_engine("sqlite:///shop.db")
        with engine.connect() as connection:
            context.configure(connection=connection)
            with context.begin_transaction():
                context.run_migrations()
        with engine.connect() as connection, open("schema.txt", "w", encoding="utf-8") as schema:
            tables = inspect(connection)
            for table in tables.get_table_names():
                if table != "alembic_version":
                    schema.write(f"{table} {','.join(tables.get_pk_constraint(table)['constrained_columns'])}\n")
                    for column in tables.get_columns(table):
                        schema.write(f"{column['name']} {column['type']} {'null' if column['nullable'] else 'not null'}\n")
        """;

    [Fact]
    public void A_table_that_Alembic_does_not_know_is_made()
    {
        using var folder = new EmitFolder().With(Orders()).Emit("alembic");

        Assert.Equal(
            """"
            """what the C# code declares (written by DataEngAnalyzers)

            Revision ID: ID
            Revises: 
            """
            from typing import Sequence, Union

            from alembic import op
            import sqlalchemy as sa

            revision: str = "ID"
            down_revision: Union[str, Sequence[str], None] = None
            branch_labels: Union[str, Sequence[str], None] = None
            depends_on: Union[str, Sequence[str], None] = None


            def upgrade() -> None:
                op.create_table(
                    "orders",
                    sa.Column("id", sa.BigInteger(), nullable=False),
                    sa.Column("status", sa.String(length=20), nullable=False),
                    sa.Column("amount", sa.Numeric(precision=18, scale=2), nullable=True),
                    sa.PrimaryKeyConstraint("id"),
                )


            def downgrade() -> None:
                op.drop_table("orders")

            """".ReplaceLineEndings("\n"),
            Revision(folder).Text);
    }

    [Fact]
    public void What_is_written_is_history_the_next_time()
    {
        using var folder = new EmitFolder().With(Orders()).Emit("alembic");
        var first = folder.Files();
        var parent = Revision(folder).Id;

        Assert.Equal(first, folder.Emit("alembic").Files());

        folder.Anew().With(Orders(TableStage.Column("region", "string", false))).Emit("alembic");
        var added = folder.Files().Keys.Single(path => path.EndsWith(".py", StringComparison.Ordinal) && !first.ContainsKey(path));
        Assert.Contains($"down_revision: Union[str, Sequence[str], None] = \"{parent}\"", folder.Read(added), StringComparison.Ordinal);
        Assert.Contains("op.add_column(\"orders\", sa.Column(\"region\", sa.Text(), nullable=True))", folder.Read(added), StringComparison.Ordinal);
        Assert.Contains("op.drop_column(\"orders\", \"region\")", folder.Read(added), StringComparison.Ordinal);
        Assert.Contains("# The code takes \"region\" for NOT NULL", folder.Read(added), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_heads_are_refused()
    {
        using var folder = new EmitFolder().With(Orders())
            .Put("alembic.ini", "[alembic]\nscript_location = migrations\n")
            .Put("migrations/versions/a.py", "revision = 'a'\ndown_revision = None\n\ndef upgrade():\n    pass\n")
            .Put("migrations/versions/b.py", "revision = 'b'\ndown_revision = None\n\ndef upgrade():\n    pass\n")
            .Emit("alembic");

        Assert.Contains(folder.Said, said => said.Contains("no single head to follow (a, b)", StringComparison.Ordinal));
        Assert.Equal(2, folder.Files().Keys.Count(path => path.EndsWith(".py", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_C_sharp_migrates_Alembic_does_not()
    {
        using var folder = new EmitFolder().With(TableStage.Of("public.orders", [TableStage.Column("id", "int", false, from: "migration")], ["id"])).Emit("alembic");

        Assert.Empty(folder.Files());
    }

    [Fact]
    public void A_table_of_which_a_type_is_unknown_is_not_made()
    {
        using var folder = new EmitFolder().With(Orders(TableStage.Column("place", "geometry", true))).Emit("alembic");

        Assert.Empty(folder.Files());
        Assert.Contains("alembic: The code does not say all of public.orders, so it is not made", folder.Said);
    }

    [SkippableFact]
    public async Task The_real_Alembic_upgrades_and_downgrades()
    {
        Skip.If(!File.Exists(Program) && System.Environment.GetEnvironmentVariable("CI") != "true", "alembic is not installed");
        using var folder = new EmitFolder().Put("alembic.ini", "[alembic]\nscript_location = migrations\n").Put("migrations/env.py", Environment)
            .With(Orders(TableStage.Column("it's \"a\\b\" größe 🛒", "datetimeoffset", true))).Emit("alembic");
        folder.Anew().With(Orders(TableStage.Column("it's \"a\\b\" größe 🛒", "datetimeoffset", true), TableStage.Column("region", "string(8)", false))).Emit("alembic");

        await Run(folder, "upgrade", "head");
        Assert.Equal(
            ["amount NUMERIC(18, 2) null", "id BIGINT not null", "it's \"a\\b\" größe 🛒 DATETIME null", "orders id", "region VARCHAR(8) null", "status VARCHAR(20) not null"],
            folder.Read("schema.txt").TrimEnd().Split('\n').Order(StringComparer.Ordinal));
        await Run(folder, "downgrade", "base");
        Assert.Equal("", folder.Read("schema.txt"));
        await Run(folder, "upgrade", "head");
        Assert.Contains("region VARCHAR(8) null", folder.Read("schema.txt"), StringComparison.Ordinal);
    }

    private static JsonObject Orders(params JsonObject[] more) => TableStage.Of(
        "public.orders",
        [TableStage.Column("id", "bigint", false), TableStage.Column("status", "string(20)", false), TableStage.Column("amount", "numeric(18,2)", true), .. more],
        ["id"]);

    private static (string Id, string Text) Revision(EmitFolder folder)
    {
        var path = folder.Files().Keys.Single(path => path.EndsWith(".py", StringComparison.Ordinal));
        var id = Path.GetFileName(path)[..12];
        return (id, folder.Read(path).Replace(id, "ID", StringComparison.Ordinal));
    }

    private static async Task Run(EmitFolder folder, params string[] arguments)
    {
        using var alembic = Process.Start(new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder.Root, RedirectStandardError = true })!;
        var error = await alembic.StandardError.ReadToEndAsync();
        await alembic.WaitForExitAsync();
        Assert.True(alembic.ExitCode == 0, error);
    }
}
