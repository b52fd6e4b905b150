using System;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RetailWarehouse.Flawed.Migrations;

/// <summary>Sales get a channel; products lose half of their names.</summary>
[Migration("20250311090000_SalesChannel")]
internal sealed class SalesChannel : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "channel", table: "sales_facts", type: "text", nullable: true);
        migrationBuilder.Sql("UPDATE sales_facts SET channel = s.channel FROM stores AS s WHERE s.id = sales_facts.store_id");

        migrationBuilder.RenameColumn(name: "amt", table: "sales_facts", newName: "net_amount");

        migrationBuilder.AlterColumn<string>(name: "name", table: "product_names", type: "varchar(40)", oldType: "varchar(80)");

        migrationBuilder.CreateIndex(name: "ix_sales_facts_channel", table: "sales_facts", column: "channel")
            .Annotation("Npgsql:IndexMethod", "btree");
        migrationBuilder.Sql("CREATE INDEX CONCURRENTLY ix_sales_facts_store ON sales_facts (store_id)");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException();
}
