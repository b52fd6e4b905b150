using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class SourceErrorsSilencedFixTests() : RuleTests("DEA2003")
{
    [Fact]
    public Task Fixes_every_handler_to_one_that_throws_with_the_record() => Fixes(
        """
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ";",
            [|BadDataFound|] = null, // the shop quotes badly
            [|MissingFieldFound|] = null,
            [|HeaderValidated|] = null,
            [|ReadingExceptionOccurred|] = _ => false,
        };
        """,
        """
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ";",
            BadDataFound = args => throw new InvalidDataException($"Broken record: {args.RawRecord}"), // the shop quotes badly
            MissingFieldFound = args => throw new InvalidDataException($"Field missing in record: {args.Context.Parser?.RawRecord}"),
            HeaderValidated = args => throw new InvalidDataException($"Column missing in header: {args.Context.Parser?.RawRecord}"),
            ReadingExceptionOccurred = args => throw new InvalidDataException($"Record cannot be read: {args.Exception.Context?.Parser?.RawRecord}", args.Exception),
        };
        """);

    [Fact]
    public Task Fixes_a_handler_that_is_taken_away_later() => Fixes(
        """
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture);
        configuration.[|MissingFieldFound|] = null;
        """,
        """
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture);
        configuration.MissingFieldFound = args => throw new InvalidDataException($"Field missing in record: {args.Context.Parser?.RawRecord}");
        """);

    [Fact]
    public Task Avoids_a_name_that_is_taken() => Fixes(
        """
        var args = new CsvConfiguration(CultureInfo.InvariantCulture) { [|BadDataFound|] = _ => { } };
        """,
        """
        var args = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = found => throw new InvalidDataException($"Broken record: {found.RawRecord}") };
        """);

    [Fact]
    public Task Offers_no_fix_for_a_test_that_drops_rows() => OffersNoFix("""
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { [|ShouldSkipRecord|] = args => args.Row.Parser.Count < 5 };
        """);
}
