namespace DataEngAnalyzers.Assessment;

/// <summary>What kind of system keeps a dataset. The words of <c>store=</c> in model files are these names in lower case.</summary>
internal enum StoreKind
{
    /// <summary>A database whose dialect nobody shows, or anything else.</summary>
    Unknown,
    Files,
    Postgres,
    SqlServer,
    MySql,
    Oracle,
    Snowflake,
    BigQuery,
    Sqlite,
    DuckDb,
    Kafka,
    RabbitMq,
    ServiceBus,
    EventHubs,
    Sqs,
    AzureQueue,
    MongoDb,
    Cosmos,
    AzureBlob,
    Http,
}

/// <summary>Where a dataset is kept, as far as the code tells.</summary>
/// <param name="Kind">The system.</param>
internal sealed record Store(StoreKind Kind)
{
    /// <summary>Host and port, account, or path of a database file; <see langword="null"/> when not known.</summary>
    public string? Host { get; init; }

    /// <summary>The database on that host.</summary>
    public string? Database { get; init; }

    /// <summary>The container of a blob.</summary>
    public string? Container { get; init; }

    /// <summary>What stands for a host that is not known: the configuration key it is read from, or what tells it from another one.</summary>
    public string? Placeholder { get; init; }
}
