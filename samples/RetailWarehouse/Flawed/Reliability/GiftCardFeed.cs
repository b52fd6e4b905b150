using Dapper;
using Microsoft.Data.Sqlite;

namespace RetailWarehouse.Flawed.Reliability;

/// <summary>Brings gift cards and the balances they start with.</summary>
internal sealed class GiftCardFeed(SqliteConnection shop, SqliteConnection warehouse)
{
    public void Load()
    {
        foreach (var card in shop.Query<GiftCard>("SELECT card_no, amount FROM gift_cards"))
        {
            if (warehouse.ExecuteScalar<long>("SELECT COUNT(*) FROM dim_gift_card WHERE card_no = @CardNo", card) > 0)
                continue;

            warehouse.Execute("INSERT INTO dim_gift_card (card_no) VALUES (@CardNo)", card);
            warehouse.Execute("INSERT INTO fact_balance (card_no, amount) VALUES (@CardNo, @Amount)", card);
        }
    }

    private sealed record GiftCard(string CardNo, double Amount);
}
