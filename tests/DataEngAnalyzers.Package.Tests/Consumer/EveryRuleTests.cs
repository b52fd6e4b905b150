using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using DataEngAnalyzers.Findings;
using DataEngAnalyzers.Rules;
using Xunit;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>The packed rules, all of them, on code that people write.</summary>
public sealed class EveryRuleTests(PackageCache cache) : IClassFixture<PackageCache>
{
    private static readonly string Sample = Path.Combine(RepositoryFolder.Root, "samples", "RetailWarehouse", "Flawed");

    [Fact]
    public async Task Every_rule_fires_from_the_package_on_the_flawed_sample()
    {
        using var project = new ConsumerProject(cache, PackagesOfFlawedSample());
        CopyFlawedSample(project);

        var build = await project.Build("-p:DataEngMode=All", "-p:ErrorLog=findings.sarif%2Cversion=2.1");
        var fired = SarifLog.Read(project.Read("findings.sarif")).Select(finding => finding.Rule).Distinct();

        Assert.True(build.Succeeded, build.ToString());
        Assert.Empty(AllRules.All.Where(rule => !NeedsOtherFiles(rule)).Select(rule => rule.Id).Except(fired));
    }

    // The sample is C# and SQL alone; a rule about the files of other tools shows one on its page, behind its path.
    private static bool NeedsOtherFiles(Rule rule) =>
        RepositoryFolder.Read($"src/DataEngAnalyzers/Rules/{rule.Area}/{rule.Id}.md").Split('\n').Any(line => line.StartsWith("<!-- declared:", StringComparison.Ordinal) || (line.StartsWith('`') && line.EndsWith("`:", StringComparison.Ordinal)));

    private static string[] PackagesOfFlawedSample() =>
        XDocument.Load(Path.Combine(Sample, "RetailWarehouse.Flawed.csproj")).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value).ToArray();

    private static void CopyFlawedSample(ConsumerProject project)
    {
        foreach (var file in Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Sample, file);
            if (path.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj") && Path.GetExtension(path) is (".cs" or ".sql"))
                project.Write(path, File.ReadAllText(file));
        }
    }
}
