using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Proofs;
using DataEngAnalyzers.Tests.Servers;
using Xunit;

namespace DataEngAnalyzers.Proof;

/// <summary>Runs every program of one engine, those with a flaw before and after the fix, and compares what came of it with the pages.</summary>
public abstract class ProofTests
{
    private readonly Engine _engine;

    private protected ProofTests(Engine engine) => _engine = engine;

    /// <summary>The names of what is claimed of an engine.</summary>
    private protected static TheoryData<string> On(EngineKind engine) => [.. AllClaims.All.Where(claim => claim.Scenario.Engine == engine).Select(claim => claim.ToString())];

    private protected async Task Prove(string name)
    {
        var claim = AllClaims.All.Single(claim => claim.Scenario.Engine == _engine.Kind && claim.ToString() == name);
        if (_engine.Kind != EngineKind.SqlServer)
            RequiredTool.SkipWithout(_engine.IsThere, _engine.Kind.Name());

        var measured = await claim.MeasureAsync(_engine);

        // What a server that only some have says is on no page.
        if (_engine.Kind != EngineKind.SqlServer || !_engine.IsThere)
            Assert.Equal(measured, Pages.LineOf(claim));
    }
}

public sealed class SqliteProofs() : ProofTests(new SqliteEngine())
{
    public static TheoryData<string> Names => On(EngineKind.Sqlite);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

public sealed class DuckDbProofs() : ProofTests(new DuckDbEngine())
{
    public static TheoryData<string> Names => On(EngineKind.DuckDb);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

[Collection(PostgresServer.Collection)]
public sealed class PostgresProofs(PostgresServer server) : ProofTests(new PostgresEngine(server))
{
    public static TheoryData<string> Names => On(EngineKind.PostgreSql);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

[Collection(MariaDbServer.Collection)]
public sealed class MariaDbProofs(MariaDbServer server) : ProofTests(new MariaDbEngine(server))
{
    public static TheoryData<string> Names => On(EngineKind.MariaDb);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

public sealed class FilesProofs() : ProofTests(new FilesEngine())
{
    public static TheoryData<string> Names => On(EngineKind.Files);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

public sealed class KafkaProofs() : ProofTests(new KafkaEngine())
{
    public static TheoryData<string> Names => On(EngineKind.Kafka);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

public sealed class HttpSinkProofs() : ProofTests(new HttpSinkEngine())
{
    public static TheoryData<string> Names => On(EngineKind.HttpSink);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

public sealed class SqsProofs() : ProofTests(new SqsEngine())
{
    public static TheoryData<string> Names => On(EngineKind.Sqs);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

public sealed class CosmosProofs() : ProofTests(new CosmosEngine())
{
    public static TheoryData<string> Names => On(EngineKind.Cosmos);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}

public sealed class SqlServerProofs() : ProofTests(new SqlServerEngine())
{
    public static TheoryData<string> Names => On(EngineKind.SqlServer);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Programs_do_what_the_pages_say(string claim) => Prove(claim);
}
