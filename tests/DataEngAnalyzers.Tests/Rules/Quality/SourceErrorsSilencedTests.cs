using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class SourceErrorsSilencedTests() : RuleTests("DEA2003")
{
    [Theory]
    [InlineData("BadDataFound")]
    [InlineData("MissingFieldFound")]
    [InlineData("HeaderValidated")]
    public Task Reports_a_handler_that_is_taken_away(string handler) => Reports($$"""
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { [|{{handler}}|] = null };
        """);

    [Fact]
    public Task Reports_each_handler_of_one_configuration() => Reports("""
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            [|BadDataFound|] = null,
            [|MissingFieldFound|] = null,
        };
        """);

    [Fact]
    public Task Reports_a_handler_that_is_taken_away_later() => Reports("""
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture);
        configuration.[|MissingFieldFound|] = null;
        """);

    [Theory]
    [InlineData("BadDataFound", "_ => { }")]
    [InlineData("MissingFieldFound", "args => { return; }")]
    [InlineData("ReadingExceptionOccurred", "_ => false")]
    [InlineData("ReadingExceptionOccurred", "args => { return false; }")]
    public Task Reports_a_handler_that_does_nothing(string handler, string idle) => Reports($$"""
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { [|{{handler}}|] = {{idle}} };
        """);

    [Theory]
    [InlineData("args => args.Row.Parser.Count < 5")]
    [InlineData("args => args.Row.Parser.Record!.Any(string.IsNullOrEmpty)")]
    [InlineData("args => !decimal.TryParse(args.Row.GetField(3), out _)")]
    public Task Reports_a_test_that_drops_broken_rows(string test) => Reports($$"""
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { [|ShouldSkipRecord|] = {{test}} };
        """);

    [Fact]
    public Task Reports_a_configuration_that_a_field_holds() => Reports("""
        public static class Source
        {
            private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { [|BadDataFound|] = null };
        }
        """);

    [Theory]
    [InlineData("BadDataFound", "args => rejects.Add(args.RawRecord)")]
    [InlineData("BadDataFound", "args => throw new InvalidDataException(args.RawRecord)")]
    [InlineData("MissingFieldFound", "args => missing++")]
    [InlineData("ReadingExceptionOccurred", "args => { rejects.Add(args.Exception.Message); return false; }")]
    [InlineData("ReadingExceptionOccurred", "_ => true")]
    [InlineData("ReadingExceptionOccurred", "args => args.Exception is not CsvHelper.TypeConversion.TypeConverterException")]
    public Task Stays_quiet_when_the_handler_keeps_the_record_or_stops(string handler, string deed) => StaysQuiet($$"""
        var rejects = new List<string>();
        var missing = 0;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { {{handler}} = {{deed}} };
        log($"{rejects.Count} {missing}");
        """);

    [Theory]
    [InlineData("args => args.Row.Parser.Record!.All(string.IsNullOrWhiteSpace)")]
    [InlineData("args => args.Row[0]!.StartsWith('#')")]
    [InlineData("args => args.Row.Parser.Count < 1")]
    public Task Stays_quiet_when_blank_lines_and_comments_are_skipped(string test) => StaysQuiet($$"""
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { ShouldSkipRecord = {{test}} };
        """);

    [Fact]
    public Task Stays_quiet_on_a_handler_that_is_handed_in() => StaysQuiet("""
        public static class Source
        {
            public static CsvConfiguration With(BadDataFound? handler) => new(CultureInfo.InvariantCulture) { BadDataFound = handler };
        }
        """);

    [Fact]
    public Task Stays_quiet_in_a_window_that_shows_a_file() => StaysQuiet("""
        namespace System.Windows.Controls
        {
            public class UserControl;
        }

        namespace Shop
        {
            public sealed class CsvViewer : System.Windows.Controls.UserControl
            {
                public void Show() => _ = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null };
            }
        }
        """);

    [Fact]
    public Task Stays_quiet_in_tests() => StaysQuiet("""
        public class ImportTests
        {
            [Xunit.Fact]
            public void Reads() => _ = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null };
        }
        """);
}
