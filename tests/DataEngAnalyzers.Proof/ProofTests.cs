using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;
using DataEngAnalyzers.Proof.Proofs;
using DataEngAnalyzers.Tests.Servers;
using Xunit;

namespace DataEngAnalyzers.Proof;

/// <summary>Runs every program of one engine before and after its fix, and compares what came of it with the page of the rule.</summary>
public abstract class ProofTests
{
    private readonly Engine _engine;

    private protected ProofTests(Engine engine) => _engine = engine;

    /// <summary>The names of what is proven on an engine.</summary>
    private protected static TheoryData<string> On(EngineKind engine) => [.. AllProofs.All.Where(proof => proof.Scenario.Engine == engine).Select(proof => proof.ToString())];

    private protected async Task Prove(string name)
    {
        var proof = AllProofs.All.Single(proof => proof.Scenario.Engine == _engine.Kind && proof.ToString() == name);
        if (_engine.Kind != EngineKind.SqlServer)
            RequiredTool.SkipWithout(_engine.IsThere, _engine.Kind.Name());

        var measured = await proof.MeasureAsync(_engine);

        // What a server that only some have says is on no page.
        if (_engine.Kind != EngineKind.SqlServer || !_engine.IsThere)
            Assert.Equal(measured.ToString(), Pages.LineOf(proof));
    }
}

public sealed class SqliteProofs() : ProofTests(new SqliteEngine())
{
    public static TheoryData<string> Names => On(EngineKind.Sqlite);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_fix_does_what_the_page_says(string proof) => Prove(proof);
}

public sealed class DuckDbProofs() : ProofTests(new DuckDbEngine())
{
    public static TheoryData<string> Names => On(EngineKind.DuckDb);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_fix_does_what_the_page_says(string proof) => Prove(proof);
}

[Collection(PostgresServer.Collection)]
public sealed class PostgresProofs(PostgresServer server) : ProofTests(new PostgresEngine(server))
{
    public static TheoryData<string> Names => On(EngineKind.PostgreSql);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public Task The_fix_does_what_the_page_says(string proof) => Prove(proof);
}

[Collection(MariaDbServer.Collection)]
public sealed class MariaDbProofs(MariaDbServer server) : ProofTests(new MariaDbEngine(server))
{
    public static TheoryData<string> Names => On(EngineKind.MariaDb);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public Task The_fix_does_what_the_page_says(string proof) => Prove(proof);
}

public sealed class SqlServerProofs() : ProofTests(new SqlServerEngine())
{
    public static TheoryData<string> Names => On(EngineKind.SqlServer);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_fix_does_what_the_page_says(string proof) => Prove(proof);
}
