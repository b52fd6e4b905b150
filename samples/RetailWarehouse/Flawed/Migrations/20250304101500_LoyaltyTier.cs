using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RetailWarehouse.Flawed.Model;

namespace RetailWarehouse.Flawed.Migrations;

/// <summary>Customers get a loyalty tier; the segment goes.</summary>
[DbContext(typeof(WarehouseContext))]
[Migration("20250304101500_LoyaltyTier")]
internal sealed class LoyaltyTier : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(
            name: "segment",
            table: "dim_customer");

        migrationBuilder.AddColumn<string>(
            name: "loyalty_tier",
            table: "dim_customer",
            type: "TEXT",
            nullable: false,
            defaultValue: "");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(
            name: "loyalty_tier",
            table: "dim_customer");

        migrationBuilder.AddColumn<string>(
            name: "segment",
            table: "dim_customer",
            type: "TEXT",
            nullable: true);
    }
}
