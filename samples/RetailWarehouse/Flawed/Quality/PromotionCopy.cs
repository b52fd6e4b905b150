using Dapper;
using Npgsql;

namespace RetailWarehouse.Flawed.Quality;

/// <summary>Copies what was promoted into the warehouse.</summary>
internal sealed class PromotionCopy(NpgsqlConnection shop, NpgsqlConnection warehouse)
{
    public void Run()
    {
        var rows = shop.Query<Promotion>("SELECT code, disc FROM promotions").ToList();
        warehouse.Execute("INSERT INTO dim_promotion (code, discount) VALUES (@Code, @Discount) ON CONFLICT (code) DO UPDATE SET discount = excluded.discount", rows);
    }

    internal sealed class Promotion
    {
        public string Code { get; set; } = "";

        public decimal Discount { get; set; }
    }
}
