using System.Linq;
using Xunit;

namespace DataEngAnalyzers.Sql.Tests;

/// <summary>What CREATE declares and what ALTER, DROP and RENAME change.</summary>
public sealed class SqlSchemaTests
{
    [Fact]
    public void Reads_columns_and_keys()
    {
        var table = SqlReading.One("""
            CREATE TABLE IF NOT EXISTS dw.orders (
                id bigint GENERATED ALWAYS AS IDENTITY,
                [order no] nvarchar(20) COLLATE Latin1_General_CI_AS NOT NULL UNIQUE,
                amount numeric(10, 2) NOT NULL DEFAULT 0,
                note text DEFAULT NULL,
                created timestamp with time zone DEFAULT now() NOT NULL,
                store int REFERENCES stores (id) ON DELETE SET NULL,
                CONSTRAINT pk_orders PRIMARY KEY CLUSTERED (id ASC),
                UNIQUE KEY uq (store, created),
                KEY ix (note(10)),
                CHECK (amount >= 0),
                FOREIGN KEY (store) REFERENCES stores (id)
            )
            """).Definition!;

        Assert.Equal(
            [
                "id:bigint not null gen", "order no:nvarchar(20) not null", "amount:numeric(10, 2) not null default", "note:text null",
                "created:timestamp with time zone not null default", "store:int null",
            ],
            table.Columns.Select(c => $"{c.Name.Text}:{c.Type}{(c.IsNullable ? " null" : " not null")}{(c.HasDefault ? " default" : "")}{(c.IsGenerated ? " gen" : "")}"));
        Assert.Equal("id", SqlReading.Join(table.PrimaryKey));
        Assert.Equal(["order no", "store created"], table.UniqueKeys.Select(SqlReading.Join));
        Assert.True(table is { IfNotExists: true, IsPartial: false, IsTemporary: false });
    }

    [Theory]
    [InlineData("CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT, key text, index int)", "id", "")]
    [InlineData("CREATE TABLE t (a int, b int, PRIMARY KEY (a, b))", "a b", "")]
    [InlineData("CREATE TABLE t (a int, ¤)", "", "partial")]
    [InlineData("CREATE TABLE t AS SELECT 1 AS a", "", "partial")]
    [InlineData("CREATE TABLE t (LIKE s)", "", "partial")]
    [InlineData("CREATE TEMPORARY TABLE t (a int)", "", "temporary")]
    public void Knows_key_and_kind_of_table(string sql, string key, string kind)
    {
        var table = SqlReading.One(sql).Definition!;

        Assert.Equal((key, kind), (SqlReading.Join(table.PrimaryKey), table.IsPartial ? "partial" : table.IsTemporary ? "temporary" : ""));
    }

    [Theory]
    [InlineData("CREATE UNIQUE INDEX ix ON dbo.t (a, b DESC)", "ix True a b False")]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON t USING btree (a) WHERE b IS NULL", "ix True a True")]
    [InlineData("CREATE INDEX ON t (lower(a))", " False  False")]
    [InlineData("CREATE UNIQUE NONCLUSTERED INDEX [ix] ON [t] ([a]) INCLUDE (b)", "ix True a False")]
    public void Reads_indexes(string sql, string expected)
    {
        var index = SqlReading.One(sql).Index!;

        Assert.Equal(expected, $"{index.Name} {index.IsUnique} {SqlReading.Join(index.Columns)} {index.IsPartial}");
    }

    [Theory]
    [InlineData("ALTER TABLE t ADD a int NOT NULL", "AddColumn t.a int not null")]
    [InlineData("ALTER TABLE t ADD COLUMN IF NOT EXISTS a text DEFAULT 'x'", "AddColumn t.a text null default if")]
    [InlineData("ALTER TABLE t ADD a int NOT NULL DEFAULT 0, b date", "AddColumn t.a int not null default|AddColumn t.b date null")]
    [InlineData("ALTER TABLE t ADD (a int, b int)", "AddColumn t.a int null|AddColumn t.b int null")]
    [InlineData("ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a, b)", "AddConstraint t. [a b]")]
    [InlineData("ALTER TABLE t WITH CHECK ADD CONSTRAINT pk PRIMARY KEY CLUSTERED (a)", "AddConstraint t. [a]")]
    [InlineData("ALTER TABLE t DROP COLUMN a, b", "DropColumn t.a|DropColumn t.b")]
    [InlineData("ALTER TABLE t DROP COLUMN IF EXISTS a CASCADE, DROP CONSTRAINT c", "DropColumn t.a if|DropConstraint t.")]
    [InlineData("ALTER TABLE t DROP a", "DropColumn t.a")]
    [InlineData("ALTER TABLE t DROP INDEX ix", "DropIndex t.")]
    [InlineData("ALTER TABLE t ALTER COLUMN a bigint NOT NULL", "AlterColumn t.a bigint not null")]
    [InlineData("ALTER TABLE t ALTER COLUMN a bigint", "AlterColumn t.a bigint")]
    [InlineData("ALTER TABLE t ALTER COLUMN a TYPE numeric(12, 4) USING a::numeric", "AlterColumn t.a numeric(12, 4)")]
    [InlineData("ALTER TABLE t ALTER a SET NOT NULL, ALTER b DROP NOT NULL", "AlterColumn t.a not null|AlterColumn t.b null")]
    [InlineData("ALTER TABLE t ALTER COLUMN a SET DEFAULT 1", "AlterColumn t.a default")]
    [InlineData("ALTER TABLE t MODIFY COLUMN a varchar(10) NULL", "AlterColumn t.a varchar(10) null")]
    [InlineData("ALTER TABLE t CHANGE COLUMN a b int", "RenameColumn t.a > b|AlterColumn t.a int")]
    [InlineData("ALTER TABLE t RENAME COLUMN a TO b", "RenameColumn t.a > b")]
    [InlineData("ALTER TABLE t RENAME TO u", "RenameTable t. > u")]
    [InlineData("RENAME TABLE t TO u", "RenameTable t. > u")]
    [InlineData("EXEC sp_rename 'dbo.t.a', 'b', 'COLUMN'", "RenameColumn dbo.t.a > b")]
    [InlineData("EXEC sp_rename N'dbo.t', N'u'", "RenameTable dbo.t. > u")]
    [InlineData("DROP TABLE IF EXISTS t, u CASCADE", "DropTable t. if|DropTable u. if")]
    [InlineData("DROP SCHEMA s CASCADE", "DropSchema s.")]
    [InlineData("DROP INDEX ix ON t", "DropIndex ix.")]
    public void Reads_schema_changes(string sql, string expected) =>
        Assert.Equal(expected, string.Join('|', SqlReading.One(sql).Changes.Select(Describe)));

    [Fact]
    public void Cuts_each_step_out_of_the_statement()
    {
        const string sql = "ALTER TABLE t ADD a int DEFAULT f(1, 2), DROP COLUMN b;";

        Assert.Equal(["ADD a int DEFAULT f(1, 2)", "DROP COLUMN b"], SqlReading.One(sql).Changes.Select(c => SqlReading.Cut(sql, c.Span)));
    }

    private static string Describe(SqlSchemaChange change)
    {
        var type = string.IsNullOrEmpty(change.Type) ? "" : " " + change.Type;
        var nullable = change.IsNullable switch { true => " null", false => " not null", _ => "" };
        var rename = change.NewName is null ? "" : " > " + change.NewName.Text;
        var key = change.KeyColumns.IsEmpty ? "" : $" [{SqlReading.Join(change.KeyColumns)}]";
        return $"{change.Kind} {change.Table?.Text}.{change.Column?.Text}{type}{nullable}{(change.HasDefault ? " default" : "")}{rename}{key}{(change.IsConditional ? " if" : "")}";
    }
}
