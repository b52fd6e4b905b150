using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Build.Report;
using DataEngAnalyzers.Build.Sarif;
using Microsoft.Playwright;
using Xunit;

namespace DataEngAnalyzers.Build.Tests.Browser;

/// <summary>A headless Chromium for pages of assessments; where none is installed, tests skip, and fail where they must not.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Writes the assessment of a run and opens its page from disk.</summary>
    internal async Task<OpenPage> Open(SarifRun run, ColorScheme scheme = ColorScheme.Light)
    {
        Skip.If(Program is null && Environment.GetEnvironmentVariable("CI") != "true", "Chromium is not installed");
        Assert.NotNull(_browser);
        var folder = new AssessmentFolder();
        folder.AddCollected("log.sarif", run);
        folder.Assess();
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = 1400, Height = 1000 }, ReducedMotion = ReducedMotion.Reduce });
        var open = new OpenPage(folder, page);
        await page.GotoAsync("file://" + folder.Report(ReportFiles.Html));
        return open;
    }
}
