using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Alembic;
using DataEngAnalyzers.Build.Manifests.Facts;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Manifests;

public sealed class AlembicProjectTests
{
    private const string Orders = """
        op.create_table(
            "orders",
            sa.Column("id", sa.BigInteger(), nullable=False),
            sa.Column("state", sa.Enum("new", "paid", name="state"), server_default="new"),
            sa.Column("code", sa.String(length=20), nullable=False, unique=True),
            sa.Column("at", sa.DateTime(timezone=True)),
            sa.ForeignKeyConstraint(["id"], ["other.id"]),
            sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
            schema="shop",
        )
        """;

    [Fact]
    public void A_table_is_what_its_revision_makes_it() =>
        Assert.Equal(
            [
                "dataset|1|1|8|5|alembic-table||shop|orders|known=yes;revision=1",
                "column|1|10|19|id|sa.BigInteger()|int|no|",
                "column|1|11|19|state|sa.Enum('new', 'paid', name='state')|string|yes|",
                "column|1|12|19|code|sa.String(length=20)|string|no|",
                "column|1|13|19|at|sa.DateTime(timezone=True)|timestamptz|yes|",
                "check|1|11|19|accepted|state|new|paid",
                "check|1|12|19|length|code||20",
                "check|1|12|19|unique|code",
                "check|1|15|9|unique|id",
            ],
            FactLines.Of(Read(Orders), "dataset", "column", "check"));

    [Theory]
    [InlineData("op.add_column('t', sa.Column('c', sa.Text()))", "a b c")]
    [InlineData("op.drop_column('t', 'a')", "b")]
    [InlineData("op.alter_column('t', 'a', new_column_name='z')", "z b")]
    [InlineData("with op.batch_alter_table('t', schema=None) as batch_op:\n    batch_op.add_column(sa.Column('c', sa.Text()))\n    batch_op.drop_column('b')", "a c")]
    [InlineData("NAME = 't'\nop.drop_column(NAME, \"b\")", "a")]
    [InlineData("op.drop_column('t', 'a')\nop.add_column('t', sa.Column('a', sa.Text()))", "b a")]
    [InlineData("op.execute('UPDATE t SET a = 1')", "a b")]
    [InlineData("op.get_bind().execute(sa.text('DELETE FROM t'))", "a b")]
    [InlineData("with op.get_context().autocommit_block():\n    op.create_index('i', 't', ['a'], postgresql_concurrently=True)", "a b")]
    [InlineData("op.rename_table('t', 't2')\nop.add_column('t2', sa.Column('c', sa.Text()))\nop.rename_table('t2', 't')", "a b c")]
    [InlineData("op.bulk_insert(sa.table('t', sa.column('a')), [{'a': 1}])", "a b")]
    public void Later_steps_change_the_columns(string upgrade, string columns)
    {
        var table = Table(upgrade);

        Assert.Equal(columns.Split(' '), table.Columns.Select(column => column.Name));
        Assert.Equal("yes", table.Details["known"]);
    }

    [Theory]
    [InlineData("op.execute('ALTER TABLE t ADD x int')", "no")]
    [InlineData("op.execute('ALTER TABLE u ADD x int')", "yes")]
    [InlineData("op.execute(f'ALTER TABLE {name} ADD x int')", "no")]
    [InlineData("op.execute('ALTER TABLE %s ADD x int' % name)", "no")]
    [InlineData("op.execute(statement)", "no")]
    [InlineData("statement = 'UPDATE t SET a = 1'\nop.execute(statement)", "yes")]
    [InlineData("if sqlite:\n    op.drop_column('t', 'a')", "no")]
    [InlineData("if sqlite: op.drop_column('t', 'a')", "no")]
    [InlineData("if sqlite: op.create_index('i', 't', ['a'])", "yes")]
    [InlineData("if done:\n    return\nop.drop_column('t', 'a')", "no")]
    [InlineData("for name in names:\n    op.drop_column(name, 'a')", "no")]
    [InlineData("op.add_column('t', make_column())", "no")]
    [InlineData("op.create_view('v', 'select a from t')", "no")]
    [InlineData("add_audit_columns('t')", "no")]
    [InlineData("print('u')", "yes")]
    public void A_table_is_known_only_when_all_that_happened_to_it_is(string upgrade, string known) =>
        Assert.Equal(known, Table(upgrade).Details["known"]);

    [Fact]
    public void A_column_that_went_is_told_with_its_revision_and_its_new_name()
    {
        var files = Read(
            ("1", null, "op.create_table('t', sa.Column('a', sa.Text()), sa.Column('b', sa.Text()))"),
            ("2", "1", "op.drop_column('t', 'a')"),
            ("3", "2", "op.alter_column('t', 'b', new_column_name='c')"));

        Assert.Equal(["removed|1|8|5|a|2||2", "removed|1|8|5|b|3|c|3", "column|1|8|5|c|sa.Text()|string|yes|3"], FactLines.Of(files, "removed", "column").OrderByDescending(line => line[0]));
    }

    [Theory]
    [InlineData("op.create_unique_constraint('u', 't', ['a', 'b'])", "unique a,b")]
    [InlineData("op.create_unique_constraint('u', 't', ['a'])\nop.drop_constraint('u', 't')")]
    [InlineData("op.create_index('i', 't', ['a'], unique=True)", "unique a")]
    [InlineData("op.create_index('i', 't', ['a'], unique=True)\nop.drop_index('i')")]
    [InlineData("op.create_index('i', 't', ['a'], unique=True, postgresql_where=sa.text('b > 1'))")]
    [InlineData("op.create_primary_key(None, 't', ['b'])\nop.drop_constraint('fk', 't', type_='foreignkey')", "unique b")]
    [InlineData("op.create_primary_key(None, 't', ['b'])\nop.drop_constraint('t_pkey', 't', type_='primary')")]
    [InlineData("op.create_unique_constraint('u', 't', ['a'])\nop.drop_column('t', 'a')")]
    [InlineData("op.create_unique_constraint('u', 't', ['a'])\nop.alter_column('t', 'a', new_column_name='z')", "unique z")]
    public void Keys_come_and_go(string upgrade, params string[] checks)
    {
        var table = Table(upgrade);

        Assert.Equal(checks, table.Checks.Select(check => $"{check.Kind} {string.Join(',', check.Columns)}"));
        Assert.All(table.Checks, check => Assert.Equal(table.Spot, check.Spot));
    }

    [Fact]
    public void Functions_of_the_file_are_followed()
    {
        var table = Table("work()", "\ndef work():\n    op.drop_column('t', 'a')\n");

        Assert.Equal("b", Assert.Single(table.Columns).Name);
    }

    [Theory]
    [InlineData("op.create_table('x', sa.Column('a', sa.Text()))", "create_table||x|||2")]
    [InlineData("op.drop_table('x', schema='s')", "drop_table|s|x|||2")]
    [InlineData("op.rename_table('x', 'y')", "rename_table||x||to=y|2")]
    [InlineData("op.add_column('x', sa.Column('n', sa.Integer(), nullable=False))", "add_column||x|n|nullable=no;type=sa.Integer()|2")]
    [InlineData("op.add_column('x', sa.Column('n', sa.Integer(), nullable=False, server_default='0'))", "add_column||x|n|default=yes;nullable=no;type=sa.Integer()|2")]
    [InlineData("op.alter_column('x', 'n', existing_type=sa.Text(), type_=sa.Integer())", "alter_type||x|n|to=sa.Integer();type=sa.Text()|2")]
    [InlineData("op.alter_column('x', 'n', existing_type=sa.Text(), nullable=False)", "set_not_null||x|n|type=sa.Text()|2")]
    [InlineData("op.create_index(op.f('ix'), 'x', ['n', 'm'], postgresql_concurrently=True)", "create_index||x|n,m|concurrent=yes|2")]
    [InlineData("op.execute('DROP TABLE x')", "execute|||||2")]
    public void Operations_that_can_hurt_are_told(string upgrade, string operation) =>
        Assert.Equal([operation], FactLines.Of(Read(("1", null, "pass"), ("2", "1", upgrade)), "op").Select(line => string.Join('|', line.Split('|').Skip(4))));

    [Fact]
    public void Defects_of_the_tree_are_told()
    {
        var files = Read(("1", null, "pass"), ("2", "1", "pass"), ("3", "1", "pass"), ("3", "1", "pass"), ("4", "nobody", "pass"));

        Assert.Equal(
            ["tree|1|3|12|duplicate|3|versions/2_3.py", "tree|2|3|12|heads|4|2,3", "tree|2|4|17|missing-parent|4|nobody"],
            FactLines.Of(files, "tree"));
    }

    [Theory]
    [InlineData("def downgrade():\n    pass\n", true)]
    [InlineData("def downgrade() -> None:\n    \"\"\"Nothing.\"\"\"\n    ...\n", true)]
    [InlineData("", true)]
    [InlineData("def downgrade():\n    raise NotImplementedError()\n", false)]
    [InlineData("def downgrade():\n    op.drop_table('t')\n", false)]
    public void A_downgrade_that_does_nothing_is_told(string downgrade, bool isTold)
    {
        var text = "revision = '1'\ndown_revision = None\n\ndef upgrade():\n    op.create_table('t')\n\n" + downgrade;

        Assert.Equal(isTold ? ["empty-downgrade"] : [], Read([FactLines.Input("versions/1.py", Tools.Alembic, text)]).SelectMany(file => file.Tree).Select(defect => defect.Kind));
    }

    [Theory]
    [InlineData("branch_labels = ('shop',)", false)]
    [InlineData("branch_labels = None", true)]
    public void Branches_with_names_may_have_heads_of_their_own(string labels, bool isTold)
    {
        var files = Read([
            FactLines.Input("versions/1.py", Tools.Alembic, $"revision = '1'\ndown_revision = None\n{labels}"),
            FactLines.Input("versions/2.py", Tools.Alembic, $"revision: str = '2'\ndown_revision: Union[str, None] = None\n{labels}"),
        ]);

        Assert.Equal(isTold, files.SelectMany(file => file.Tree).Any());
    }

    [Fact]
    public void A_merge_follows_both_and_leaves_one_head() =>
        Assert.Empty(Read([
            FactLines.Input("versions/1.py", Tools.Alembic, "revision = '1'\ndown_revision = None"),
            FactLines.Input("versions/2.py", Tools.Alembic, "revision = '2'\ndown_revision = '1'"),
            FactLines.Input("versions/3.py", Tools.Alembic, "revision = '3'\ndown_revision = '1'"),
            FactLines.Input("versions/4.py", Tools.Alembic, "revision = '4'\ndown_revision = ('2', '3')"),
        ]).SelectMany(file => file.Tree));

    [Fact]
    public void Revisions_in_a_circle_are_a_problem() =>
        Assert.Equal("revisions follow each other in a circle, so Alembic runs none of them", Read(("1", "2", "pass"), ("2", "1", "pass")).SelectMany(file => file.Problems).Single().Message);

    [Theory]
    [InlineData("alembic.ini", "[alembic]\nscript_location = %(here)s/db\n", "db/versions/1.py", true)]
    [InlineData("alembic.ini", "[alembic]\nscript_location = db\nversion_locations = a/one b/two\n", "b/two/1.py", true)]
    [InlineData("alembic.ini", "[alembic]\nscript_location = db\nrecursive_version_locations = true\n", "db/versions/2024/1.py", true)]
    [InlineData("pyproject.toml", "[tool.alembic]\nscript_location = \"db\"\nversion_locations = [\n  \"x\",\n  \"y\"\n]\n", "y/1.py", true)]
    [InlineData("other.ini", "", "shop/versions/1.py", true)]
    [InlineData("other.ini", "", "shop/versions/sqlite/1.py", true)]
    [InlineData("other.ini", "", "shop/1.py", false)]
    public void Revisions_lie_where_the_settings_say(string file, string settings, string path, bool isFound) =>
        Assert.Equal(isFound, Read([
            FactLines.Input(file, Tools.Alembic, settings),
            FactLines.Input(path, Tools.Alembic, "revision = '1'\ndown_revision = None\ndef upgrade():\n  op.create_table('t', sa.Column('a', sa.Text()))"),
        ]).SelectMany(read => read.Datasets).Any());

    [Theory]
    [InlineData("revision = '1'\ndown_revision = None\ndef upgrade():\n    op.create_table('t',\n", 4, 20)]
    [InlineData("revision = '1'\ndown_revision = (((((", 2, 17)]
    public void A_bracket_that_is_never_closed_is_a_problem(string text, int line, int column) =>
        Assert.Equal(new Spot(line, column), Read([FactLines.Input("versions/1.py", Tools.Alembic, text)]).SelectMany(file => file.Problems).Single().Spot);

    [Theory]
    [InlineData("x = 1")]
    [InlineData("")]
    [InlineData("'''")]
    [InlineData("\\")]
    [InlineData("revision = ")]
    [InlineData(")]}")]
    [InlineData("def")]
    [InlineData("with op.batch_alter_table('t') as")]
    [InlineData("revision: str\ndown_revision: str")]
    public void Other_python_says_nothing(string text) =>
        Assert.All(Read([FactLines.Input("versions/1.py", Tools.Alembic, text)]), file => Assert.True(file.IsEmpty));

    private static DatasetFact Table(string upgrade, string further = "") => Read(
        ("1", null, "op.create_table('t', sa.Column('a', sa.Text()), sa.Column('b', sa.Text()))", string.Empty),
        ("2", "1", upgrade, further)).SelectMany(file => file.Datasets).Single(dataset => dataset.Name == "t");

    private static IReadOnlyList<FileFacts> Read(string upgrade) => Read(("1", null, upgrade));

    private static IReadOnlyList<FileFacts> Read(params (string Id, string? Parent, string Upgrade)[] revisions) =>
        Read([.. revisions.Select(revision => (revision.Id, revision.Parent, revision.Upgrade, string.Empty))]);

    private static IReadOnlyList<FileFacts> Read(params (string Id, string? Parent, string Upgrade, string Further)[] revisions) =>
        Read(revisions.Select((revision, index) => FactLines.Input($"versions/{index}_{revision.Id}.py", Tools.Alembic, $"""
            "Revision."

            revision = '{revision.Id}'
            down_revision = {(revision.Parent is null ? "None" : $"'{revision.Parent}'")}


            def upgrade() -> None:
                {revision.Upgrade.Replace("\n", "\n    ", StringComparison.Ordinal)}


            def downgrade() -> None:
                op.drop_table('x')

            {revision.Further}
            """)));

    private static IReadOnlyList<FileFacts> Read(IEnumerable<DataEngAnalyzers.Build.Manifests.ManifestInput> inputs) => AlembicProject.Read([.. inputs]);
}
