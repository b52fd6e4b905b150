using DataEngAnalyzers.Assessment;
using DataEngAnalyzers.Pipeline;
using Xunit;

namespace DataEngAnalyzers.Tests.Assessment;

/// <summary>One name for each dataset, by the naming rules of OpenLineage.</summary>
public sealed class DatasetNamingTests
{
    [Theory]
    [InlineData("Postgres", "db1", "dw", "orders", "postgres://db1:5432", "dw.public.orders")]
    [InlineData("Postgres", "db1:6432", "dw", "sales.orders", "postgres://db1:6432", "dw.sales.orders")]
    [InlineData("Postgres", "db1", "dw", "other.sales.orders", "postgres://db1:5432", "other.sales.orders")]
    [InlineData("Postgres", null, null, "orders", "postgres://{postgres}", "public.orders")]
    [InlineData("SqlServer", "sql1", "Dw", "Orders", "mssql://sql1:1433", "dw.dbo.orders")]
    [InlineData("SqlServer", "sql1", null, "Dw..Orders", "mssql://sql1:1433", "dw.dbo.orders")]
    [InlineData("SqlServer", null, null, "DBO.Orders", "mssql://{sqlserver}", "dbo.orders")]
    [InlineData("MySql", "my1", "shop", "Orders", "mysql://my1:3306", "shop.orders")]
    [InlineData("MySql", "my1", "shop", "crm.orders", "mysql://my1:3306", "crm.orders")]
    [InlineData("Oracle", "ora1", "orcl", "hr.emp", "oracle://ora1:1521", "ORCL.HR.EMP")]
    [InlineData("Snowflake", "acme-eu1", "dw", "orders", "snowflake://acme-eu1", "DW.PUBLIC.ORDERS")]
    [InlineData("BigQuery", null, null, "acme.sales.Orders", "bigquery", "acme.sales.Orders")]
    [InlineData("Sqlite", "data/shop.db", null, "Orders", "sqlite://data/shop.db", "main.orders")]
    [InlineData("DuckDb", null, null, "Orders", "duckdb://{duckdb}", "main.orders")]
    [InlineData("Unknown", null, null, "dw.Orders", "{database}", "dw.orders")]
    [InlineData("Postgres", null, null, "orders_{date}", "postgres://{postgres}", "public.orders_{date}")]
    [InlineData("Postgres", null, null, "{options.Schema}.orders", "postgres://{postgres}", "{Schema}.orders")]
    public void A_table_is_called_by_its_database_schema_and_name(string store, string? host, string? database, string table, string space, string name) =>
        Assert.Equal(new DatasetName("table", space, name), DatasetNaming.Of(new Store(KindOf(store)) { Host = host, Database = database }, new Dataset(DatasetKind.Table, table)));

    [Theory]
    [InlineData("Postgres", "Orders", 0, "public.orders")]
    [InlineData("Postgres", "Orders", 1, "public.Orders")]
    [InlineData("Postgres", "Sales.Orders", 2, "sales.Orders")]
    [InlineData("Snowflake", "orders", 1, "PUBLIC.orders")]
    [InlineData("SqlServer", "Orders", 1, "dbo.orders")]
    public void Quotes_keep_case_where_the_engine_keeps_it(string store, string table, int quoted, string name) =>
        Assert.Equal(name, DatasetNaming.Of(new Store(KindOf(store)), new Dataset(DatasetKind.Table, table) { QuotedParts = quoted }).Name);

    [Theory]
    [InlineData("in/orders.csv", "file", "file", "in/orders.csv")]
    [InlineData(@"in\.\orders.csv", "file", "file", "in/orders.csv")]
    [InlineData("out/../in//orders.csv", "file", "file", "in/orders.csv")]
    [InlineData("/data/orders.csv", "file", "file", "/data/orders.csv")]
    [InlineData("../orders.csv", "file", "file", "../orders.csv")]
    [InlineData("{options.Folder}/../orders.csv", "file", "file", "{Folder}/../orders.csv")]
    [InlineData("file:///data/orders.csv", "file", "file", "/data/orders.csv")]
    [InlineData("s3a://lake/raw/orders.parquet", "blob", "s3://lake", "raw/orders.parquet")]
    [InlineData("gs://lake/raw/orders", "blob", "gs://lake", "raw/orders")]
    [InlineData("abfss://raw@lake.dfs.core.windows.net/orders", "blob", "abfss://raw@lake.dfs.core.windows.net", "orders")]
    [InlineData("wasbs://raw@lake.blob.core.windows.net/orders", "blob", "wasbs://raw@lake.dfs.core.windows.net", "orders")]
    [InlineData("https://lake.blob.core.windows.net/raw/orders.csv", "blob", "wasbs://raw@lake.dfs.core.windows.net", "orders.csv")]
    [InlineData("hdfs://name1:8020/raw/orders", "file", "hdfs://name1:8020", "/raw/orders")]
    [InlineData("https://api.shop.example/v1/orders?since=1", "http", "https://api.shop.example", "/v1/orders")]
    public void A_path_tells_its_store(string path, string kind, string space, string name) =>
        Assert.Equal(new DatasetName(kind, space, name), DatasetNaming.Of(new Store(StoreKind.Files), new Dataset(DatasetKind.File, path)));

    [Theory]
    [InlineData("Kafka", "topic", "broker1", "orders", "topic", "kafka://broker1:9092", "orders")]
    [InlineData("Kafka", "topic", null, "orders", "topic", "kafka://{kafka}", "orders")]
    [InlineData("EventHubs", "topic", "acme.servicebus.windows.net", "orders", "topic", "kafka://acme.servicebus.windows.net:9093", "orders")]
    [InlineData("RabbitMq", "topic", "rabbit1", "orders", "queue", "rabbitmq://rabbit1:5672", "orders")]
    [InlineData("ServiceBus", "topic", "acme.servicebus.windows.net", "orders", "queue", "servicebus://acme.servicebus.windows.net", "orders")]
    [InlineData("Sqs", "topic", null, "orders", "queue", "sqs", "orders")]
    [InlineData("MongoDb", "collection", "mongo1", "orders", "collection", "mongodb://mongo1:27017", "orders")]
    [InlineData("Cosmos", "collection", "acme.documents.azure.com", "orders", "collection", "azurecosmos://acme.documents.azure.com/dbs/{database}", "colls/orders")]
    [InlineData("AzureBlob", "blob", "lake", "2024/orders.csv", "blob", "wasbs://{container}@lake.dfs.core.windows.net", "2024/orders.csv")]
    [InlineData("AzureBlob", "blob", null, "orders.csv", "blob", "wasbs://{container}@{storage}", "orders.csv")]
    [InlineData("Unknown", "topic", null, "orders", "topic", "{broker}", "orders")]
    public void A_message_or_document_is_called_by_its_broker_or_host(string store, string of, string? host, string given, string kind, string space, string name) =>
        Assert.Equal(new DatasetName(kind, space, name), DatasetNaming.Of(new Store(KindOf(store)) { Host = host }, new Dataset(System.Enum.Parse<DatasetKind>(of, ignoreCase: true), given)));

    [Theory]
    [InlineData("Postgres", "Host=DB1;Port=6432;Database=dw;Username=u;Password=p", "postgres://db1:6432", "dw.public.t")]
    [InlineData("Postgres", "postgres://u:p@db1/dw?sslmode=require", "postgres://db1:5432", "dw.public.t")]
    [InlineData("SqlServer", "Server=tcp:sql1.example,1533;Initial Catalog=dw;Encrypt=true", "mssql://sql1.example:1533", "dw.dbo.t")]
    [InlineData("SqlServer", @"Data Source=.\SQLEXPRESS;Database=dw", @"mssql://.\sqlexpress:1433", "dw.dbo.t")]
    [InlineData("SqlServer", "Server={host};Database=dw", "mssql://{sqlserver}", "dw.dbo.t")]
    [InlineData("MySql", "server=my1;database=shop", "mysql://my1:3306", "shop.t")]
    [InlineData("Oracle", "Data Source=//ora1:1522/orcl;User Id=u", "oracle://ora1:1522", "ORCL.T")]
    [InlineData("Snowflake", "account=acme-eu1;db=dw;user=u", "snowflake://acme-eu1", "DW.PUBLIC.T")]
    [InlineData("Sqlite", @"Data Source=data\shop.db", "sqlite://data/shop.db", "main.t")]
    [InlineData("DuckDb", "DataSource=lake.duckdb", "duckdb://lake.duckdb", "main.t")]
    [InlineData("Postgres", "nothing=known", "postgres://{postgres}", "public.t")]
    [InlineData("Postgres", ";;;===", "postgres://{postgres}", "public.t")]
    [InlineData("Postgres", "", "postgres://{postgres}", "public.t")]
    public void A_connection_string_tells_host_and_database(string store, string text, string space, string name) =>
        Assert.Equal(new DatasetName("table", space, name), DatasetNaming.Of(ConnectionText.Read(text, new Store(KindOf(store))), new Dataset(DatasetKind.Table, "t")));

    [Theory]
    [InlineData("Kafka", "broker1:9093,broker2:9093", "kafka://broker1:9093")]
    [InlineData("Kafka", "broker1", "kafka://broker1:9092")]
    [InlineData("ServiceBus", "Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=s", "servicebus://acme.servicebus.windows.net")]
    [InlineData("MongoDb", "mongodb+srv://u:p@cluster0.example/shop", "mongodb://cluster0.example:27017")]
    [InlineData("AzureBlob", "DefaultEndpointsProtocol=https;AccountName=lake;AccountKey=k==", "wasbs://{container}@lake.dfs.core.windows.net")]
    [InlineData("AzureBlob", "https://lake.blob.core.windows.net", "wasbs://{container}@lake.dfs.core.windows.net")]
    [InlineData("Cosmos", "AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey=k", "azurecosmos://acme.documents.azure.com:443/dbs/{database}")]
    public void An_address_tells_the_host(string store, string text, string space) =>
        Assert.Equal(space, DatasetNaming.Of(ConnectionText.Read(text, new Store(KindOf(store))), new Dataset(DatasetKind.Topic, "t")).Namespace);

    private static StoreKind KindOf(string store) => System.Enum.Parse<StoreKind>(store);
}
