using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Build.Report;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Sarif;

public sealed class SarifWriterTests
{
    [SkippableFact]
    public async Task What_is_merged_is_what_the_standards_schema_wants()
    {
        OfficialSchemas.SkipWithout();
        using var folder = new AssessmentFolder();
        folder.AddCollected("a.sarif", new LogText().Finding(sites: [("A.cs", 1), ("A.cs", 1)]).Finding(line: 2, suppressed: true).Stage(Facts.Copy("a.b", "c.d")).Collect(repository: "https://github.com/shop/etl"));
        folder.Assess();
        var schema = await OfficialSchemas.Sarif();

        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(folder.Report(ReportFiles.Sarif))).Select(error => error.ToString()));
        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(Path.Combine(folder.Path, ReportFiles.Logs, "a.sarif"))).Select(error => error.ToString()));
    }
}
