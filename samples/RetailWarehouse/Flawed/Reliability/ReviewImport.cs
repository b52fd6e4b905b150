using Dapper;
using Microsoft.Data.Sqlite;
using MongoDB.Bson;
using MongoDB.Driver;

namespace RetailWarehouse.Flawed.Reliability;

/// <summary>Brings the reviews of customers into the document store.</summary>
internal sealed class ReviewImport(SqliteConnection shop, IMongoCollection<ReviewImport.Review> reviews)
{
    public async Task RunAsync()
    {
        var rows = shop.Query<Row>("SELECT review_no, product_id, stars FROM reviews");
        await reviews.InsertManyAsync(rows.Select(row => new Review { ProductId = row.ProductId, Stars = row.Stars }));
    }

    internal sealed class Review
    {
        public ObjectId Id { get; set; }

        public required string ProductId { get; set; }

        public int Stars { get; set; }
    }

    private sealed record Row(long ReviewNo, string ProductId, int Stars);
}
