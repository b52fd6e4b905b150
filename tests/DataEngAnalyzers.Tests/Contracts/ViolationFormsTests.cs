using System.Threading.Tasks;
using DataEngAnalyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace DataEngAnalyzers.Tests.Contracts;

/// <summary>What a rule finds on its page, it finds in other forms of the same code; in code that a tool writes it finds nothing.</summary>
public sealed class ViolationFormsTests
{
    // What every test's method has in scope, as the locals of a program.
    private const string Locals = """
        using Shop;
        var db = new NpgsqlConnection("Host=dwh");
        var sqlServer = new SqlConnection("Server=dwh");
        var sqlite = new SqliteConnection("Data Source=dwh.db");
        var csv = new CsvReader(new StreamReader("sales.csv"), CultureInfo.InvariantCulture);
        var context = new ShopContext();
        Action<string> log = Console.WriteLine;
        IReadOnlyList<Sale> sales = new List<Sale>();
        var ct = CancellationToken.None;

        """;

    public static TheoryData<string> Ids => RuleContractTests.Ids;

    [Theory, MemberData(nameof(Ids))]
    public async Task Code_that_a_tool_writes_is_not_reported(string id)
    {
        var page = new RulePage(id);
        Assert.False(await page.FiresInAsync(page.Violation, "Page.g.cs", inCode: true));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task Code_without_nullable_annotations_is_reported(string id)
    {
        var page = new RulePage(id);
        Assert.True(await page.FiresInAsync("#nullable disable\n" + Prelude.Complete(page.Violation)));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task Text_that_is_put_together_of_constants_is_reported(string id)
    {
        var page = new RulePage(id);
        var code = CSharpSyntaxTree.ParseText(Prelude.Complete(page.Violation)).GetRoot();
        Assert.True(await page.FiresInAsync(new Interpolated().Visit(code).ToFullString()));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task Statements_of_a_program_are_reported(string id)
    {
        var page = new RulePage(id);
        if (page.Violation != Prelude.Complete(page.Violation))
            Assert.True(await page.FiresInAsync("// top-level\n" + Locals + page.Violation));
    }

    /// <summary>Writes each text that a call is given as an interpolated one: <c>"a b"</c> as <c>$"{"a"} b"</c>.</summary>
    private sealed class Interpolated : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitAttribute(AttributeSyntax node) => node;

        public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
        {
            var space = node.Token.ValueText.IndexOf(' ', System.StringComparison.Ordinal);
            return space > 0 && node is { Parent: ArgumentSyntax, RawKind: (int)SyntaxKind.StringLiteralExpression } && node.Token.Text == $"\"{node.Token.ValueText}\""
                ? SyntaxFactory.ParseExpression($"$\"{{\"{node.Token.ValueText[..space]}\"}}{node.Token.ValueText[space..].Replace("{", "{{", System.StringComparison.Ordinal).Replace("}", "}}", System.StringComparison.Ordinal)}\"").WithTriviaFrom(node)
                : node;
        }
    }
}
