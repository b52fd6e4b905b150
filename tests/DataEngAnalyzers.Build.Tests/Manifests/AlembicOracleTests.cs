using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Build.Manifests.Alembic;
using DataEngAnalyzers.Build.Manifests.Facts;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

/// <summary>The real Alembic upgrades a database; its tables are those that reading the revisions gives.</summary>
public sealed class AlembicOracleTests
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
        with engine.connect() as connection, open("schema.txt", "w") as schema:
            tables = inspect(connection)
            for table in tables.get_table_names():
                if table != "alembic_version":
                    for column in tables.get_columns(table):
                        schema.write(f"{table} {column['name']} {'null' if column['nullable'] else 'not null'}\n")
        """;

    private const string Orders = """
        op.create_table(
            "orders",
            sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("state", sa.String(length=20), nullable=False),
            sa.Column("note", sa.Text()),
            sa.Column("amount", sa.Numeric(18, 2), nullable=True),
            sa.UniqueConstraint("state", "note", name="uq_orders"),
        )
        """;

    public static TheoryData<string[]> Histories() =>
    [
        [Orders],
        [Orders, "op.add_column('orders', sa.Column('placed', sa.DateTime(timezone=True)))\nop.create_index('ix', 'orders', ['placed'])"],
        [Orders, "with op.batch_alter_table('orders') as batch_op:\n    batch_op.alter_column('note', new_column_name='remark', existing_type=sa.Text())\n    batch_op.alter_column('amount', nullable=False, existing_type=sa.Numeric())"],
        [Orders, "with op.batch_alter_table('orders', recreate='always') as batch:\n    batch.drop_constraint('uq_orders', type_='unique')\n    batch.drop_column('note')\n    batch.add_column(sa.Column('note', sa.Integer(), server_default='0', nullable=False))"],
        [Orders, "op.rename_table('orders', 'sales')", "op.add_column('sales', sa.Column('x', sa.Integer()))\nop.create_table('orders', sa.Column('only', sa.Integer(), nullable=False))"],
        [Orders, "COLUMN = 'extra'\ndef_value = 'x' 'y'\nop.add_column(table_name='orders', column=sa.Column(COLUMN, type_=sa.String(3), server_default=def_value))"],
        [Orders, "op.execute(\"INSERT INTO orders (id, state) VALUES (1, 'a;b')\")\nop.get_bind().execute(sa.text(\"UPDATE orders SET note = 'table'\" if False else 'SELECT 1'))"],
        [Orders, "op.drop_table('orders')", "op.create_table('t', sa.Column('a', sa.Integer()), sa.Column('b', sa.Integer()), sa.PrimaryKeyConstraint('a', 'b'))"],
    ];

    [SkippableTheory]
    [MemberData(nameof(Histories))]
    public async Task Reading_the_revisions_gives_the_tables_that_running_them_makes(string[] upgrades)
    {
        Skip.If(!File.Exists(Program) && System.Environment.GetEnvironmentVariable("CI") != "true", "alembic is not installed");
        var folder = Directory.CreateTempSubdirectory("dataeng-alembic-").FullName;
        try
        {
            var revisions = upgrades.Select((upgrade, index) => (Path: $"versions/{index}.py", Text: Revision(index, upgrade))).ToList();
            Directory.CreateDirectory(Path.Combine(folder, "versions"));
            File.WriteAllText(Path.Combine(folder, "alembic.ini"), "[alembic]\nscript_location = .\n");
            File.WriteAllText(Path.Combine(folder, "env.py"), Environment);
            foreach (var (path, text) in revisions)
                File.WriteAllText(Path.Combine(folder, path), text);

            await Upgrade(folder);

            var facts = AlembicProject.Read([.. revisions.Select(revision => FactLines.Input(revision.Path, Tools.Alembic, revision.Text))]);
            Assert.Equal(File.ReadAllLines(Path.Combine(folder, "schema.txt")).Order(StringComparer.Ordinal), Columns(facts).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Upgrade(string folder)
    {
        using var alembic = Process.Start(new ProcessStartInfo(Program, ["upgrade", "head"]) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var error = await alembic.StandardError.ReadToEndAsync();
        await alembic.WaitForExitAsync();
        Assert.True(alembic.ExitCode == 0, error);
    }

    private static IEnumerable<string> Columns(IEnumerable<FileFacts> files) => files
        .SelectMany(file => file.Datasets)
        .SelectMany(table => table.Columns.Select(column => $"{table.Name} {column.Name} {(column.Nullable == false ? "not null" : "null")}"));

    private static string Revision(int index, string upgrade) => $"""
        from alembic import op
        import sqlalchemy as sa

        revision = "{index}"
        down_revision = {(index == 0 ? "None" : $"\"{index - 1}\"")}


        def upgrade():
            {upgrade.Replace("\n", "\n    ", StringComparison.Ordinal)}


        def downgrade():
            raise NotImplementedError()

        """;
}
