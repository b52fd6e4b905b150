using System;
using System.Linq;
using DataEngAnalyzers.Build.Manifests.Facts;
using DataEngAnalyzers.Build.Manifests.Text;

namespace DataEngAnalyzers.Build.Manifests.Gx;

/// <summary>
/// Reads an expectation suite of Great Expectations. 1.x gave new names to the suite's name and to the expectation's type, and
/// files exist in which only one of them is new, so each is read for itself.
/// </summary>
internal static class SuiteReader
{
    // Nobody mends more at a time.
    private const int MostMistyped = 100;

    private static readonly string[] OldKeys = ["expectation_suite_name", "ge_cloud_id", "data_asset_type", "evaluation_parameters"];

    private static readonly string[] NewKeys = ["name", "id", "suite_parameters"];

    /// <summary>The suite as a dataset of its name; no facts of a file that is no suite.</summary>
    public static FileFacts Read(string path, string text)
    {
        var facts = new FileFacts(path, Tools.GreatExpectations);
        try
        {
            if (JsonNodes.Read(text) is { Kind: NodeKind.Map } root && root.Member("expectations") is { Kind: NodeKind.List })
                ReadSuite(root, facts);
        }
        catch (ManifestException error)
        {
            facts.Problems.Add(error.ToProblem());
        }

        return facts;
    }

    private static void ReadSuite(Node root, FileFacts facts)
    {
        var name = root.Member("name") ?? root.Member("expectation_suite_name");
        var version = VersionOf(root, facts);
        var suite = name?.AsText() ?? string.Empty;
        var table = TableOf(root);
        var dataset = new DatasetFact(name?.Spot ?? root.Spot, Roles.Suite, string.Empty, string.Empty, table ?? suite)
        {
            Details = new Details().With("suite", suite).With("version", version).With("linked", table is not null),
        };
        foreach (var expectation in root.List("expectations"))
            ReadExpectation(expectation, dataset, facts);
        facts.Datasets.Add(dataset);
    }

    // A suite that this package has written says what it is about: postgres://host/schema.table.
    private static string? TableOf(Node root) =>
        root.Member("meta")?.Member("dataeng")?.Text("dataset") is { } dataset && dataset.Substring(dataset.LastIndexOf('/') + 1) is { Length: > 0 } table ? table : null;

    private static void ReadExpectation(Node expectation, DatasetFact dataset, FileFacts facts)
    {
        if ((expectation.Member("type") ?? expectation.Member("expectation_type")) is not { Kind: NodeKind.Text } type)
            return;
        if (!ExpectationNames.All.Contains(type.Value))
            TellUnknown(type, dataset, facts);
        ExpectationChecks.Read(type.Value, expectation.Member("kwargs"), expectation.Spot, dataset.Checks);
    }

    // A type of nobody's that resembles none is an expectation of the project's own.
    private static void TellUnknown(Node type, DatasetFact dataset, FileFacts facts)
    {
        if (facts.Problems.Count < MostMistyped && NearestName.Of(type.Value, ExpectationNames.All) is { } nearest)
            facts.Problems.Add(new Problem(type.Spot, $"Great Expectations has no expectation '{type.Value}', so this is never checked; '{nearest}' is meant?"));
        else
            dataset.Checks.Add(new CheckFact(type.Spot, CheckKinds.UnknownType, [], type.Value, string.Empty));
    }

    private static string VersionOf(Node root, FileFacts facts)
    {
        var expectations = root.List("expectations");
        var old = OldKeys.Select(root.Entry).Concat(expectations.Select(item => item.Entry("expectation_type"))).FirstOrDefault(entry => entry is not null);
        var isNew = NewKeys.Any(key => root.Entry(key) is not null) || expectations.Any(item => item.Entry("type") is not null);
        if (old is not null && isNew)
            facts.Problems.Add(new Problem(old.Spot, $"Great Expectations 1.x refuses this suite: it has keys of 1.x, but '{old.Key}' is one of 0.x{Renamed(old.Key)}"));
        return old is null ? "1.x" : isNew ? "mixed" : "0.x";
    }

    private static string Renamed(string key) => key switch
    {
        "expectation_suite_name" => ", now called 'name'",
        "expectation_type" => ", now called 'type'",
        "ge_cloud_id" => ", now called 'id'",
        "evaluation_parameters" => ", now called 'suite_parameters'",
        _ => string.Empty,
    };
}
