using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using DataEngAnalyzers.Catalog;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What every stage of one compilation shares: knowledge, options, catalog and the services that read code.</summary>
internal sealed class PipelineContext
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly Lazy<CodeIndex> _code;
    private readonly Lazy<SqlDialect> _configured;

    /// <param name="compilation">The code.</param>
    /// <param name="apis">What its calls mean.</param>
    /// <param name="options">The user's settings.</param>
    /// <param name="files">Additional files; those that hold DDL tell of keys.</param>
    /// <param name="sketches">The syntax of files that earlier compilations have read.</param>
    /// <param name="neighbours">What the projects it references do; nothing where it is not given.</param>
    /// <param name="facts">The facts files that earlier compilations have read.</param>
    public PipelineContext(Compilation compilation, ApiCatalog apis, DataEngOptions options, ImmutableArray<AdditionalText> files, FileSketch.Cache sketches, Neighbours? neighbours = null, FactsCache? facts = null)
    {
        Compilation = compilation;
        Neighbours = neighbours ?? Neighbours.None;
        var (neighbourCalls, contracts) = (new NeighbourCalls(this, Neighbours), new ContextContracts(this));
        Apis = apis.With(symbol => contracts.RowsOf(symbol) is { IsEmpty: false } saves ? saves : neighbourCalls.RowsOf(symbol));
        Options = options;
        Sketches = sketches;
        _code = new Lazy<CodeIndex>(() => CodeIndex.Of(compilation, apis.Names, sketches), LazyThreadSafetyMode.ExecutionAndPublication);
        _configured = new Lazy<SqlDialect>(() => DefaultDialect != SqlDialect.Unknown ? DefaultDialect : Dialects.ConfiguredIn(this), LazyThreadSafetyMode.PublicationOnly);
        Values = new Values(this);
        Fields = new Fields(this);
        Handles = new HandleState(Values);
        Entities = new Entities(this);
        Catalog = new TableCatalog(this, files);
        Manifests = new ManifestCatalog(files, options, facts ?? new FactsCache());
        Connections = new Connections(this);
        Sharing = new Sharing(this);
        Enlistments = new Enlistments(this);
        Datasets = new Datasets(this);
        FilePaths = new FilePaths(this);
        Sql = new SqlReading(this);
        Loops = new Loops(this);
        ClosedValues = new ClosedValues(this);
        RowMaps = new RowMaps(this);
        Mappings = new Mappings(this);
        Clocks = new Origins(this, ApiRole.Clock);
        Chance = new Origins(this, ApiRole.Random);
        Handlers = new Handlers(this);
        RetryPolicies = new RetryPolicies(this);
        FileModes = new FileModes(this);
        Bodies = new Bodies(this);
        Dispatch = new Dispatch(this);
        Constructions = new Constructions(this);
        Callees = new Callees(this);
        Calls = new CallGraph(this);
        Roots = new Roots(this);
        Hosts = new Hosts(this);
        Schedules = new Schedules(this);
        Scopes = new ScopeJudge(this);
        DefaultDialect = options.Dialect != SqlDialect.Unknown ? options.Dialect : Dialects.OnlyProviderOf(apis);
    }

    public Compilation Compilation { get; }

    public ApiCatalog Apis { get; }

    /// <summary>What the projects it references say of their methods.</summary>
    public Neighbours Neighbours { get; }

    public DataEngOptions Options { get; }

    /// <summary>The dialect where a connection shows none: the option, else that of the only provider referenced.</summary>
    public SqlDialect DefaultDialect { get; }

    /// <summary>The same, where only one of several providers is ever switched on.</summary>
    public SqlDialect ConfiguredDialect => _configured.Value;

    public Values Values { get; }

    public Fields Fields { get; }

    public HandleState Handles { get; }

    public Entities Entities { get; }

    /// <summary>Tables and keys known at compile time; costs nothing until it is asked.</summary>
    public TableCatalog Catalog { get; }

    /// <summary>What the files of other tools say; costs nothing until it is asked.</summary>
    public ManifestCatalog Manifests { get; }

    public Connections Connections { get; }

    public Sharing Sharing { get; }

    public Enlistments Enlistments { get; }

    public Datasets Datasets { get; }

    public FilePaths FilePaths { get; }

    public SqlReading Sql { get; }

    public Loops Loops { get; }

    public ClosedValues ClosedValues { get; }

    public RowMaps RowMaps { get; }

    /// <summary>What the code tells mappers; found when somebody first asks.</summary>
    public Mappings Mappings { get; }

    /// <summary>Which values come from the clock.</summary>
    public Origins Clocks { get; }

    /// <summary>Which values are made up by chance.</summary>
    public Origins Chance { get; }

    public Handlers Handlers { get; }

    public RetryPolicies RetryPolicies { get; }

    public FileModes FileModes { get; }

    public Bodies Bodies { get; }

    public Dispatch Dispatch { get; }

    public Constructions Constructions { get; }

    public Callees Callees { get; }

    public CallGraph Calls { get; }

    public Roots Roots { get; }

    /// <summary>What code hands to a clock; found when somebody first asks.</summary>
    public Schedules Schedules { get; }

    /// <summary>What the files of the compilation say by their syntax alone.</summary>
    public FileSketch.Cache Sketches { get; }

    /// <summary>The members that touch data, by names; found when somebody first asks.</summary>
    public CodeIndex Code => _code.Value;

    public Hosts Hosts { get; }

    public ScopeJudge Scopes { get; }

    /// <summary>The model of a tree of this compilation; one a tree, shared by all stages.</summary>
    public SemanticModel ModelFor(SyntaxTree tree) => _models.GetOrAdd(tree, key =>
#pragma warning disable RS1030 // A stage spans files: partial types, callees, fields. One cached model a tree is what the driver would make.
        Compilation.GetSemanticModel(key));
#pragma warning restore RS1030

    /// <summary>Takes over the model the compiler already bound for a tree.</summary>
    public void Share(SemanticModel model) => _models.TryAdd(model.SyntaxTree, model);
}
