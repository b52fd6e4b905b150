namespace DataEngAnalyzers.Knowledge;

/// <summary>
/// What a method, property, field or type means to data. The words of the model files are these names in kebab case
/// (<c>command-text</c>); <see cref="RoleGrammar"/> holds the keys each role takes.
/// </summary>
internal enum ApiRole
{
    /// <summary>Runs SQL text.</summary>
    Sql,

    /// <summary>Makes a command: a constructor or a factory.</summary>
    Command,

    /// <summary>Property that holds the SQL text of a command.</summary>
    CommandText,

    /// <summary>Property that attaches a command to a transaction.</summary>
    Enlist,

    /// <summary>Makes a connection from a connection string.</summary>
    Connection,

    /// <summary>Property that holds a connection string.</summary>
    ConnectionString,

    /// <summary>Says which SQL a connection speaks.</summary>
    Dialect,

    /// <summary>Makes a handle on a dataset: a file, table, collection, COPY stream, topic.</summary>
    Open,

    /// <summary>Takes rows out of a dataset.</summary>
    Read,

    /// <summary>Puts rows into a dataset.</summary>
    Write,

    /// <summary>Removes rows, or the whole dataset.</summary>
    Delete,

    /// <summary>Changes rows in place.</summary>
    Update,

    /// <summary>Queues an entity for the next save.</summary>
    Track,

    /// <summary>Writes everything that is tracked.</summary>
    Save,

    /// <summary>Gives the table of an entity type.</summary>
    Table,

    /// <summary>One step of a chain that says how a writer treats its dataset.</summary>
    WriterOption,

    /// <summary>Runs a deferred query and brings its rows into memory.</summary>
    Query,

    /// <summary>Begins a transaction.</summary>
    Transaction,

    /// <summary>Commits a transaction.</summary>
    Commit,

    /// <summary>Rolls a transaction back.</summary>
    Rollback,

    /// <summary>Finishes a handle or scope, without which nothing is kept.</summary>
    Complete,

    /// <summary>Abandons a handle.</summary>
    Cancel,

    /// <summary>Runs a delegate again when it fails.</summary>
    Retry,

    /// <summary>Registers or gives what decides whether a delegate runs again, under a name.</summary>
    Policy,

    /// <summary>Lets a host run code again that failed.</summary>
    HostRetry,

    /// <summary>Tells which error an exception is about.</summary>
    ErrorCode,

    /// <summary>Repeats the requests of an HTTP client that fail.</summary>
    HttpRetry,

    /// <summary>Keeps requests that change something from being repeated.</summary>
    HttpOnce,

    /// <summary>Sends a request that may change something on the other side.</summary>
    Send,

    /// <summary>The method of a request that adds or changes something, each time it is sent.</summary>
    HttpMethod,

    /// <summary>Gives an HTTP client, or registers one.</summary>
    HttpClient,

    /// <summary>Runs a delegate for each element.</summary>
    Each,

    /// <summary>Makes a sequence, or one row, of the rows of another.</summary>
    Sequence,

    /// <summary>Makes an object of another type, or fills one, member by member.</summary>
    Map,

    /// <summary>Says of which type a mapper makes which other.</summary>
    MapPair,

    /// <summary>Says where a mapper takes members from.</summary>
    MapRule,

    /// <summary>Puts rows into a collection.</summary>
    Collect,

    /// <summary>Names the field of a member in a file, document or message.</summary>
    FieldName,

    /// <summary>Writes the next value of the row that was begun.</summary>
    NextField,

    /// <summary>Tells the position of a column that is named.</summary>
    FieldPosition,

    /// <summary>Takes a value from the configuration or the environment.</summary>
    Setting,

    /// <summary>Runs a delegate and hands on what it returns.</summary>
    Run,

    /// <summary>Property that lets <c>unit_price</c> fill <c>UnitPrice</c>.</summary>
    Underscores,

    /// <summary>Moves progress: a consumer offset, a checkpoint, the acknowledgement of a message.</summary>
    Advance,

    /// <summary>Hands out the names of what a container holds.</summary>
    Listing,

    /// <summary>Says how many rows a group of a columnar file holds.</summary>
    GroupSize,

    /// <summary>Says whether the entities that a query hands out are watched for changes.</summary>
    Tracking,

    /// <summary>Makes a client that is meant to serve the whole process.</summary>
    Client,

    /// <summary>Lets the broker forget a message when it hands it out.</summary>
    AutoAck,

    /// <summary>Makes the settings of a consumer that moves progress by itself.</summary>
    ConsumerSettings,

    /// <summary>Makes the settings of a producer that sends again what was not answered.</summary>
    ProducerSettings,

    /// <summary>Says how many copies of a message there must be before it counts as sent.</summary>
    Durability,

    /// <summary>Checks a row.</summary>
    Validate,

    /// <summary>Starts another program.</summary>
    Program,

    /// <summary>Records where rows come from.</summary>
    Lineage,

    /// <summary>Writes to a log.</summary>
    Log,

    /// <summary>Tells the current time.</summary>
    Clock,

    /// <summary>Makes a driver forget the zone of the times that it stores.</summary>
    ZoneSwitch,

    /// <summary>Gives a value that differs each time.</summary>
    Random,

    /// <summary>Takes one value out of the current row.</summary>
    Field,

    /// <summary>Turns text into a number or a date.</summary>
    Parse,

    /// <summary>Turns a number or a date into text.</summary>
    Format,

    /// <summary>Makes a text of others, or a type that does.</summary>
    Text,

    /// <summary>Takes the culture of a reader or writer.</summary>
    Culture,

    /// <summary>The culture of the machine or thread.</summary>
    CurrentCulture,

    /// <summary>The culture that is the same everywhere.</summary>
    InvariantCulture,

    /// <summary>Limits how long an operation may take.</summary>
    Timeout,

    /// <summary>Decides what happens to a bad record.</summary>
    ErrorHandler,

    /// <summary>Property that names the target table of a bulk copy.</summary>
    Destination,

    /// <summary>Maps a source column to a target column.</summary>
    ColumnMap,

    /// <summary>Reads a column by its position.</summary>
    Ordinal,

    /// <summary>Maps a property to a column by its position.</summary>
    IndexMap,

    /// <summary>Says whether a file has a header line.</summary>
    Header,

    /// <summary>Changes a schema.</summary>
    Schema,

    /// <summary>Adds to the schema change of the chain of calls it is part of: a table's name, a column, a type.</summary>
    SchemaPart,

    /// <summary>Gives a migration its place in the series.</summary>
    Version,

    /// <summary>Runs numbered SQL scripts.</summary>
    ScriptRunner,

    /// <summary>Says who runs the code.</summary>
    Host,

    /// <summary>Waits for what a person types.</summary>
    Prompt,

    /// <summary>Keeps runs of a job from overlapping.</summary>
    Exclusive,

    /// <summary>Names the column of a property.</summary>
    Column,

    /// <summary>Declares a key.</summary>
    Key,

    /// <summary>Names the table of an entity type.</summary>
    TableName,

    /// <summary>Begins what is said of an entity type.</summary>
    Entity,

    /// <summary>Begins what is said of one property of an entity type.</summary>
    Property,

    /// <summary>Keeps an entity type or property out of the database.</summary>
    Unmapped,

    /// <summary>Declares a value as required.</summary>
    Required,

    /// <summary>Reads a value that whoever asks for the work has typed: a parameter of a web request.</summary>
    RequestValue,

    /// <summary>Is what a client of data throws when rows cannot be read or written.</summary>
    Failure,
}
