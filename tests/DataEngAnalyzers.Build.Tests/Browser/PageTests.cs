using System;
using System.Linq;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Browser;

public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableFact]
    public async Task The_page_opens_from_disk_without_a_problem()
    {
        await using var open = await chromium.Open(Shop());

        Assert.Equal("Failed", await open.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(5, await open.Page.Locator(".node").CountAsync());
        Assert.Equal(4, await open.Page.Locator(".arrows path").CountAsync());
        Assert.Empty(open.Problems);
    }

    [SkippableFact]
    public async Task Search_shows_the_findings_that_have_all_words()
    {
        await using var open = await chromium.Open(Shop());

        await open.Page.FillAsync("#search", "stg.orders TWICE");

        await Assertions.Expect(open.Shown).ToHaveCountAsync(1);
        Assert.Equal("1 of 4 findings", await open.Page.Locator("#shown").InnerTextAsync());
    }

    [SkippableTheory]
    [InlineData("area", "Lineage", 1)]
    [InlineData("project", "Shop", 4)]
    [InlineData("dataset", Facts.Warehouse + "/stg.orders", 2)]
    public async Task A_filter_shows_what_fits(string filter, string value, int expected)
    {
        await using var open = await chromium.Open(Shop());

        await open.Page.SelectOptionAsync($"select[name={filter}]", value);

        Assert.Equal(expected, await open.Shown.CountAsync());
    }

    [SkippableFact]
    public async Task Severities_are_switched_one_by_one_and_reset_together()
    {
        await using var open = await chromium.Open(Shop());

        await open.Page.Locator(".chip.critical input").UncheckAsync();
        Assert.Equal(2, await open.Shown.CountAsync());
        await open.Page.ClickAsync("#filters [type=reset]");
        await Assertions.Expect(open.Shown).ToHaveCountAsync(4);
    }

    [SkippableFact]
    public async Task A_dataset_tells_what_is_up_and_downstream_of_a_column()
    {
        await using var open = await chromium.Open(Shop());

        await open.Node("stg.orders").ClickAsync();
        await open.Page.Locator("#details .column", new PageLocatorOptions { HasText = "id" }).ClickAsync();

        var trace = await open.Page.Locator("#details .trace:not([hidden])").InnerTextAsync();
        Assert.Matches(@"Upstream\s+raw\.orders\.id\s.*Downstream\s+dw\.orders\.id\s", trace.ReplaceLineEndings(" "));
        Assert.Equal(5, await open.Page.Locator(".node.on").CountAsync());
    }

    [SkippableFact]
    public async Task Stages_and_datasets_lead_to_each_other_in_the_details()
    {
        await using var open = await chromium.Open(Shop());

        await open.Node("Orders.Load").ClickAsync();
        await open.Page.Locator("#details .link", new PageLocatorOptions { HasText = "stg.orders" }).ClickAsync();

        Assert.Equal("stg.orders", await open.Page.Locator("#details h3").InnerTextAsync());
    }

    [SkippableFact]
    public async Task The_keyboard_does_it_all()
    {
        await using var open = await chromium.Open(Shop());
        var page = open.Page;

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("twice");
        await Assertions.Expect(open.Shown).ToHaveCountAsync(2);
        await open.Node("raw.orders").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#details h3")).ToHaveTextAsync("raw.orders");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#details")).ToBeHiddenAsync();
        Assert.StartsWith("Dataset raw.orders", await page.EvaluateAsync<string>("document.activeElement.dataset.label"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_picture_zooms_and_moves()
    {
        await using var open = await chromium.Open(Shop());
        async Task<string> View() => (await open.Page.GetAttributeAsync("#picture", "viewBox"))!;
        var all = await View();

        await open.Page.ClickAsync("[data-zoom=in]");
        var near = await View();
        await open.Page.Locator("#picture").FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        var moved = await View();
        await open.Page.Keyboard.PressAsync("0");

        Assert.Equal(4, new[] { all, near, moved, "" }.Distinct().Count());
        Assert.Equal(all, await View());
    }

    [SkippableFact]
    public async Task A_link_opens_its_finding_even_if_a_filter_hides_it()
    {
        await using var open = await chromium.Open(Shop());

        await open.Page.FillAsync("#search", "nothing has this");
        await Assertions.Expect(open.Shown).ToHaveCountAsync(0);
        await open.Page.ClickAsync("#quality .rows a");

        await Assertions.Expect(open.Page.Locator(".finding[data-area=Quality]")).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(open.Page.Locator(".finding[data-area=Quality]")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Dark_is_the_systems_choice_until_somebody_chooses()
    {
        await using var open = await chromium.Open(Shop(), ColorScheme.Dark);
        async Task<string> Ground() => await open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        var dark = await Ground();
        await open.Page.ClickAsync("#theme");

        Assert.Equal("rgb(17, 21, 27)", dark);
        Assert.Equal("rgb(244, 245, 247)", await Ground());
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        await using var open = await chromium.Open(Shop(), scheme);
        await open.Page.EvaluateAsync("document.querySelectorAll('.finding').forEach(finding => finding.open = true)");
        await open.Node("stg.orders").ClickAsync();

        var violations = (await open.Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical");

        var told = string.Join("\n", violations.Select(Told));
        Assert.True(told.Length == 0, told);
    }

    [SkippableFact]
    public async Task Hostile_names_do_nothing_in_a_browser()
    {
        const string Name = "</script><img src=x onerror=alert(1)>{{x}}'\"<svg onload=alert(2)>";
        await using var open = await chromium.Open(new LogText()
            .Stage(Facts.Copy(Name, "dw.orders", columns: [Name]), sites: [("Orders.cs", 9), ("Orders.cs", 10)])
            .Finding(message: Name, dataset: Name, evidence: Name, remediation: Name, sites: [("Orders.cs", 10)])
            .Collect(project: Name));

        await open.Page.Locator(".node.dataset").First.ClickAsync();
        await open.Page.Locator("#details .column").First.ClickAsync();

        Assert.Contains(Name, await open.Page.Locator(".finding .title").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(open.Problems);
    }

    [SkippableFact]
    public async Task Print_shows_all_findings_and_no_tools()
    {
        await using var open = await chromium.Open(Shop());

        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await open.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        Assert.Equal(4, await open.Page.Locator(".finding[open]").CountAsync());
        await Assertions.Expect(open.Page.Locator(".top")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task Two_thousand_findings_and_five_hundred_datasets_stay_fluid()
    {
        var log = new LogText();
        for (var stage = 0; stage < 250; stage++)
            log.Stage(Facts.Copy($"raw.t{stage}", $"dw.t{stage / 3}", name: $"Shop.Load{stage}.Run", columns: ["id", "a", "b", "c"]), symbol: $"M:Load{stage}", sites: [("A.cs", stage), ("A.cs", stage)]);
        for (var stage = 0; stage < 170; stage++)
            log.Stage(Facts.Copy($"dw.t{stage / 2}", $"mart.t{stage}", name: $"Shop.Mart{stage}.Run", columns: ["id", "a"]), symbol: $"M:Mart{stage}", sites: [("B.cs", stage), ("B.cs", stage)]);
        for (var finding = 0; finding < 2000; finding++)
            log.Finding(severity: finding % 3 == 0 ? "High" : "Medium", file: "C.cs", line: finding + 1, message: $"'t{finding}' gets every row again", symbol: "M:None", fingerprint: $"{finding:x16}");
        await using var open = await chromium.Open(log.Collect());

        var milliseconds = await open.Page.EvaluateAsync<double>("""
            async () => {
              const began = performance.now();
              const search = document.getElementById('search');
              search.value = "'t19";
              search.dispatchEvent(new Event('input'));
              await new Promise(done => setTimeout(done, 100));
              document.querySelector('.node').dispatchEvent(new MouseEvent('click', { bubbles: true }));
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              return performance.now() - began;
            }
            """);

        Assert.Equal(111, await open.Shown.CountAsync());
        Assert.InRange(milliseconds, 0, 2000);
        Assert.Empty(open.Problems);
    }

    private static string Told(AxeResultItem violation) => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}";

    private static Build.Sarif.SarifRun Shop() => new LogText()
        .Stage(Facts.Copy("raw.orders", "stg.orders", columns: ["id", "amount"]), sites: [("Orders.cs", 9), ("Orders.cs", 10)])
        .Stage(Facts.Copy("stg.orders", "dw.orders", name: "Shop.Warehouse.Load", columns: ["id"]), symbol: "M:Shop.Warehouse.Load", sites: [("Warehouse.cs", 3), ("Warehouse.cs", 4)])
        .Finding(message: "'stg.orders' gets every row twice", dataset: "stg.orders", evidence: "rows are read here; rows are written here", sites: [("Orders.cs", 9), ("Orders.cs", 10)])
        .Finding(message: "'dw.orders' gets every row twice", dataset: "dw.orders", file: "Warehouse.cs", line: 4, symbol: "M:Shop.Warehouse.Load", fingerprint: "00000000000000a2")
        .Finding(rule: "DEA2001", severity: "Medium", area: "Quality", message: "'stg.orders' takes any amount", dataset: "stg.orders", line: 9, fingerprint: "00000000000000a3")
        .Finding(rule: "DEA4001", severity: "High", area: "Lineage", message: "nobody knows where it comes from", line: 30, symbol: "M:Other", fingerprint: "00000000000000a4")
        .Collect(failOn: "Critical", lines: new Build.Sarif.SourceLines(_ => [.. Enumerable.Repeat("    var x = Read(\"orders\");", 40)]));
}
