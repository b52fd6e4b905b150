using FluentMigrator;

namespace LakehouseInterop.Loader.Migrations;

/// <summary>Rates say who published them. Alembic manages the table, too.</summary>
[Migration(20260901)]
public sealed class RateSource : Migration
{
    public override void Up() => Alter.Table("rates").InSchema("raw").AddColumn("source").AsString(40).Nullable();

    public override void Down() => Delete.Column("source").FromTable("rates").InSchema("raw");
}
