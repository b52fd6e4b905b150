using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Reliability;

public sealed class DocumentsAppendOnRerunTests() : RuleTests("DEA1024")
{
    private static string Importer(string body, string document = "public sealed class SaleDocument { public ObjectId Id { get; set; } public string Product { get; set; } = \"\"; }", string type = "public sealed class SaleImporter") => $$"""
        using MongoDB.Bson;
        using MongoDB.Driver;

        namespace Shop;

        {{document}}

        {{type}}(IMongoCollection<SaleDocument> collection, IMongoDatabase database, CsvReader csv)
        {
            public async Task ImportAsync()
            {
                {{body}}
                await Task.CompletedTask;
                _ = database;
            }
        }
        """;

    private const string Insert = "await collection.InsertManyAsync(csv.GetRecords<Sale>().Select(sale => new SaleDocument { Product = sale.Product }));";

    [Theory]
    [InlineData("await collection.[|InsertManyAsync|](csv.GetRecords<Sale>().Select(sale => new SaleDocument { Product = sale.Product }));")]
    [InlineData("collection.[|InsertMany|](csv.GetRecords<Sale>().Select(sale => new SaleDocument { Id = ObjectId.GenerateNewId(), Product = sale.Product }));")]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await collection.[|InsertOneAsync|](new SaleDocument { Product = sale.Product });")]
    [InlineData("var sales = database.GetCollection<SaleDocument>(\"sales\"); foreach (var sale in csv.GetRecords<Sale>()) sales.[|InsertOne|](new SaleDocument { Product = sale.Product });")]
    [InlineData("var documents = new List<SaleDocument>(); foreach (var sale in csv.GetRecords<Sale>()) documents.Add(new SaleDocument { Product = sale.Product }); await collection.[|InsertManyAsync|](documents);")]
    public Task Reports_documents_that_get_new_ids(string body) => Reports(Importer(body));

    [Fact]
    public Task Reports_documents_without_a_type() => Reports(Importer(
        "foreach (var sale in csv.GetRecords<Sale>()) await database.GetCollection<BsonDocument>(\"sales\").[|InsertOneAsync|](new BsonDocument { { \"product\", sale.Product } });"));

    [Fact]
    public Task Reports_ids_that_chance_makes_up() => Reports(Importer(
        Insert.Replace("InsertManyAsync", "[|InsertManyAsync|]", System.StringComparison.Ordinal).Replace("new SaleDocument {", "new SaleDocument { Id = Guid.NewGuid(),", System.StringComparison.Ordinal),
        "public sealed class SaleDocument { public Guid Id { get; set; } public string Product { get; set; } = \"\"; }"));

    [Theory]
    [InlineData("await collection.InsertManyAsync(csv.GetRecords<SaleDocument>());")]
    [InlineData("await collection.DeleteManyAsync(Builders<SaleDocument>.Filter.Empty); " + Insert)]
    [InlineData("if (await collection.Find(document => document.Product == \"x\").AnyAsync()) return; " + Insert)]
    [InlineData("foreach (var sale in csv.GetRecords<Sale>()) await database.GetCollection<BsonDocument>(\"sales\").InsertOneAsync(new BsonDocument { { \"_id\", sale.Id }, { \"product\", sale.Product } });")]
    [InlineData("var log = database.GetCollection<SaleDocument>(\"import_log\"); foreach (var sale in csv.GetRecords<Sale>()) log.InsertOne(new SaleDocument { Product = sale.Product });")]
    [InlineData("await collection.Indexes.CreateOneAsync(new CreateIndexModel<SaleDocument>(\"{ Product: 1 }\", new CreateIndexOptions { Unique = true })); " + Insert)]
    public Task Quiet_when_the_documents_bring_an_id_or_the_collection_is_looked_after(string body) => StaysQuiet(Importer(body));

    [Fact]
    public Task Quiet_when_the_id_comes_from_the_source() => StaysQuiet(Importer(
        Insert.Replace("new SaleDocument {", "new SaleDocument { Id = sale.Id,", System.StringComparison.Ordinal),
        "public sealed class SaleDocument { public int Id { get; set; } public string Product { get; set; } = \"\"; }"));

    [Fact]
    public Task Quiet_in_a_web_controller() => StaysQuiet("""
        using MongoDB.Bson;
        using MongoDB.Driver;
        namespace Shop;
        public sealed class SaleDocument { public ObjectId Id { get; set; } }
        public sealed class SalesController(IMongoCollection<SaleDocument> collection) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public Task Post() => collection.InsertOneAsync(new SaleDocument());
        }
        """);

    [Fact]
    public Task Quiet_where_the_author_wants_it()
    {
        Sources["AppendOnly.cs"] = "namespace DataEngAnalyzers { internal sealed class AppendOnlyAttribute(string reason) : System.Attribute { public string Reason => reason; } }";
        return StaysQuiet(Importer(Insert, type: "[DataEngAnalyzers.AppendOnly(\"each run adds\")] public sealed class SaleImporter"));
    }
}
