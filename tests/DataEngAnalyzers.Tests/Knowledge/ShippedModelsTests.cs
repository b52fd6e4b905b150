using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Xunit;

namespace DataEngAnalyzers.Tests.Knowledge;

public sealed class ShippedModelsTests
{
    /// <summary>The packages with stubs for those not referenced, then versions that cannot stand beside them.</summary>
    private static readonly Lazy<ImmutableArray<Compiled>> Worlds = new(() =>
    [
        Compiled.From(Stubs.Source, SparkStub.Source, MessagingStubs.ServiceBus, MessagingStubs.EventHubs),
        Compiled.WithAssembly(Path.Combine(AppContext.BaseDirectory, "versions", "csvhelper-34", "CsvHelper.dll")),
        Compiled.WithoutPackages(Stubs.FormerVersions, MessagingStubs.RabbitMq),
    ]);

    public static TheoryData<string> Files => new(ShippedModels.Files.Select(file => file.Path));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_shipped_row_is_well_formed(string path) =>
        AssertNone(File(path).Errors.Select(error => $"{error.Path}({error.Line + 1},{error.Column + 1}): {error.Message}"));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_shipped_row_binds_against_its_package(string path)
    {
        var unbound = File(path).Rows.Where(row => !Worlds.Value.Any(world => RowBinding.Of(row, world.Compilation).IsBound));

        AssertNone(unbound.Select(row => row.Id));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_reference_of_a_shipped_row_names_a_parameter_or_member_of_some_overload(string path)
    {
        var misfits =
            from row in File(path).Rows
            let bindings = Worlds.Value.Select(world => RowBinding.Of(row, world.Compilation)).Where(binding => binding.IsBound).ToList()
            where bindings.Count > 0
            from misfit in bindings.Select(binding => binding.Misfits()).Aggregate((one, other) => one.Intersect(other))
            select misfit;

        AssertNone(misfits);
    }

    [Fact]
    public void No_id_stands_in_two_shipped_files()
    {
        var owners =
            from file in ShippedModels.Files
            from id in file.Rows.Select(row => row.Id).Distinct()
            group file.Path by id into paths
            where paths.Count() > 1
            select $"{paths.Key}: {string.Join(", ", paths)}";

        AssertNone(owners);
    }

    /// <summary>Shows every complaint in full.</summary>
    private static void AssertNone(IEnumerable<string> complaints)
    {
        var all = string.Join("\n", complaints);
        Assert.True(all.Length == 0, all);
    }

    private static ModelsFile File(string path) => ShippedModels.Files.Single(file => file.Path == path);
}
