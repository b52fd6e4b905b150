using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Xunit;

namespace DataEngAnalyzers.Tests.Rules.Quality;

public sealed class ValidationStopsNothingTests() : RuleTests("DEA2021")
{
    private static string EachRow(string body) => $$"""
        var checks = new FluentValidation.InlineValidator<Sale>();
        foreach (var sale in csv.GetRecords<Sale>())
        {
            {{body.Replace("\n", "\n    ", System.StringComparison.Ordinal)}}
            db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
        }
        """;

    [Theory]
    [InlineData("checks.[|Validate|](sale);")]
    [InlineData("await checks.[|ValidateAsync|](sale, ct);")]
    [InlineData("_ = checks.[|Validate|](sale);")]
    [InlineData("var outcome = checks.[|Validate|](sale);")]
    [InlineData("var outcome = checks.[|Validate|](sale);\nif (!outcome.IsValid)\n    Console.WriteLine(outcome);")]
    [InlineData("var outcome = await checks.[|ValidateAsync|](sale, ct);\nif (!outcome.IsValid)\n{\n    foreach (var error in outcome.Errors)\n        Console.WriteLine(error);\n}")]
    [InlineData("if (!checks.[|Validate|](sale).IsValid) { }")]
    [InlineData("System.ComponentModel.DataAnnotations.Validator.[|TryValidateObject|](sale, new(sale), null, true);")]
    [InlineData("if (!System.ComponentModel.DataAnnotations.Validator.[|TryValidateObject|](sale, new(sale), null))\n    Console.Error.WriteLine(\"bad row\");")]
    public Task Reports_an_outcome_that_decides_nothing(string check) => Reports(EachRow(check));

    [Theory]
    [InlineData("using var tests = System.Diagnostics.Process.[|Start|](\"dbt\", \"test\")!;\ntests.WaitForExit();")]
    [InlineData("System.Diagnostics.Process.[|Start|](\"/usr/bin/dvc\", \"repro\").WaitForExit();")]
    [InlineData("System.Diagnostics.Process.[|Start|](\"bash\", \"-c 'soda scan -d dw'\");")]
    [InlineData("var info = new System.Diagnostics.ProcessStartInfo(\"alembic.exe\", \"upgrade head\");\nusing var tests = System.Diagnostics.Process.[|Start|](info);\nawait tests!.WaitForExitAsync(ct);")]
    [InlineData("var info = new System.Diagnostics.ProcessStartInfo { FileName = \"jq\", Arguments = \"-e .orders\" };\nSystem.Diagnostics.Process.[|Start|](info);")]
    [InlineData("using var tests = new System.Diagnostics.Process { StartInfo = new() { FileName = \"python\", Arguments = \"-m great_expectations checkpoint run sales\" } };\ntests.[|Start|]();\ntests.WaitForExit();")]
    [InlineData("using var gate = System.Diagnostics.Process.[|Start|](\"jq\", [\".complete\", \"day.json\"])!;\nawait gate.WaitForExitAsync(ct);\nif (gate.ExitCode != 0)\n    throw new InvalidDataException();")]
    public Task Reports_a_program_whose_exit_code_is_not_asked(string start) => Reports("""
        using System.Diagnostics;

        namespace Shop;

        public sealed class Gate
        {
            public async Task RunAsync(CancellationToken ct)
            {
                {{start}}
                await Task.CompletedTask;
            }
        }
        """.Replace("{{start}}", start, System.StringComparison.Ordinal));

    [Theory]
    [InlineData("var outcome = checks.Validate(sale);\nif (!outcome.IsValid)\n    throw new InvalidDataException();")]
    [InlineData("if (!checks.Validate(sale).IsValid)\n    continue;")]
    [InlineData("FluentValidation.DefaultValidatorExtensions.ValidateAndThrow(checks, sale);")]
    [InlineData("FluentValidation.DefaultValidatorExtensions.Validate(checks, sale, options => options.ThrowOnFailures());")]
    [InlineData("var outcome = checks.Validate(sale);\nsale.Product = outcome.IsValid ? sale.Product : \"?\";")]
    [InlineData("var outcome = checks.Validate(sale);\nif (!outcome.IsValid)\n{\n    log(\"x\");\n    File.AppendAllText(\"rejected.txt\", sale.Product);\n    continue;\n}")]
    [InlineData("var errors = new List<System.ComponentModel.DataAnnotations.ValidationResult>();\nSystem.ComponentModel.DataAnnotations.Validator.TryValidateObject(sale, new(sale), errors);\nif (errors.Count > 0)\n    throw new InvalidDataException();")]
    [InlineData("System.ComponentModel.DataAnnotations.Validator.ValidateObject(sale, new(sale));")]
    public Task Stays_quiet_when_what_fails_goes_another_way(string check) => StaysQuiet(EachRow(check));

    [Theory]
    [InlineData("using var tests = System.Diagnostics.Process.Start(\"dbt\", \"test\")!;\ntests.WaitForExit();\nif (tests.ExitCode != 0)\n    throw new InvalidOperationException();")]
    [InlineData("System.Diagnostics.Process.Start(\"git\", \"pull\").WaitForExit();")]
    [InlineData("System.Diagnostics.Process.Start(\"code\", \"/repos/dbt\").WaitForExit();")]
    [InlineData("using var gate = System.Diagnostics.Process.Start(\"jq\", \"-e .complete day.json\")!;\ngate.WaitForExit();\nif (gate.ExitCode != 0)\n    throw new InvalidDataException();")]
    [InlineData("using var gate = System.Diagnostics.Process.Start(\"jq\", \"empty day.json\")!;\ngate.WaitForExit();\nif (gate.ExitCode != 0)\n    throw new InvalidDataException();")]
    [InlineData("System.Diagnostics.Process.Start(Environment.GetEnvironmentVariable(\"TOOL\")!);")]
    [InlineData("Keep(System.Diagnostics.Process.Start(\"dbt\", \"test\"));\nvoid Keep(System.Diagnostics.Process process) { }")]
    public Task Stays_quiet_when_the_exit_code_is_asked_or_no_data_is_checked(string start) => StaysQuiet("""
        using System.Diagnostics;

        namespace Shop;

        public sealed class Gate
        {
            public void Run()
            {
                {{start}}
            }
        }
        """.Replace("{{start}}", start, System.StringComparison.Ordinal));

    [Fact]
    public Task Stays_quiet_when_nothing_is_written() => StaysQuiet("""
        var checks = new FluentValidation.InlineValidator<Sale>();
        foreach (var sale in csv.GetRecords<Sale>())
            checks.Validate(sale);
        """);

    [Fact]
    public Task Stays_quiet_in_a_test_of_the_validator() => StaysQuiet("""
        namespace Shop;

        public sealed class SaleTests
        {
            [Xunit.Fact]
            public void Is_checked()
            {
                new FluentValidation.InlineValidator<Sale>().Validate(new Sale());
                new NpgsqlConnection("Host=localhost").Execute("INSERT INTO fact_sales (id) VALUES (1)");
            }
        }
        """);

    [Fact]
    public Task Lets_the_validator_throw() => Fixes(
        "using FluentValidation;\n\n" + File("// every row\n        checks.[|Validate|](sale); // against its rules"),
        "using FluentValidation;\n\n" + File("// every row\n        checks.ValidateAndThrow(sale); // against its rules"));

    [Fact]
    public Task Lets_the_validator_throw_in_asynchronous_code() => Fixes(
        "using FluentValidation;\n\n" + File("await checks.[|ValidateAsync|](sale);"),
        "using FluentValidation;\n\n" + File("await checks.ValidateAndThrowAsync(sale);"));

    [Fact]
    public Task Throws_when_a_row_does_not_pass() => Fixes(
        "using System.ComponentModel.DataAnnotations;\n\n" + File("Validator.[|TryValidateObject|](sale, new(sale), null, true);"),
        "using System.ComponentModel.DataAnnotations;\n\n" + File("if (!Validator.TryValidateObject(sale, new(sale), null, true))\n            throw new System.ComponentModel.DataAnnotations.ValidationException(\"A row does not pass its validation\");"));

    [Fact]
    public Task Asks_for_the_exit_code() => Fixes(Gate(""), Gate("""

                if (tests.ExitCode != 0)
                    throw new InvalidOperationException($"A check failed with exit code {tests.ExitCode}");
        """)
        .Replace("[|Start|]", "Start", System.StringComparison.Ordinal));

    [Fact]
    public Task Offers_no_fix_where_the_outcome_is_kept() => OffersNoFix(EachRow("var outcome = checks.[|Validate|](sale);"));

    private static string Gate(string more) => $$"""
        using System.Diagnostics;

        namespace Shop;

        public sealed class Gate
        {
            public void Run()
            {
                using var tests = Process.[|Start|]("dbt", "test");
                tests.WaitForExit(); // all of them{{more}}
            }
        }
        """;

    private static string File(string check) => $$"""
        namespace Shop;

        public sealed class SaleImport(CsvHelper.CsvReader csv, NpgsqlConnection db, FluentValidation.IValidator<Sale> checks)
        {
            public async Task RunAsync()
            {
                foreach (var sale in csv.GetRecords<Sale>())
                {
                    {{check.Replace("\n        ", "\n            ", System.StringComparison.Ordinal)}}
                    db.Execute("INSERT INTO fact_sales (id) VALUES (@Id) ON CONFLICT (id) DO NOTHING", sale);
                }

                await Task.CompletedTask;
            }
        }
        """;
}
