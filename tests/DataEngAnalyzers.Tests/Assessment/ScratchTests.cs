using System.IO;
using System.Linq;
using DataEngAnalyzers.Rules;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Assessment;

public sealed class ScratchTests
{
    [Theory]
    [InlineData("Flawed")]
    [InlineData("Sound")]
    public void Dump(string sample) => File.WriteAllLines($"/tmp/facts-{sample}.ndjson", Told.By(Code.OfProject([Told.Asked], ["samples", "RetailWarehouse", sample])).Select(finding => finding.Properties[PropertyKeys.FactsStage]!));
}
