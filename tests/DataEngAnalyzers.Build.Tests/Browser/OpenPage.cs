using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace DataEngAnalyzers.Build.Tests.Browser;

/// <summary>A page in a browser, and what went wrong in it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly AssessmentFolder _folder;
    private readonly List<string> _problems = [];

    public OpenPage(AssessmentFolder folder, IPage page)
    {
        _folder = folder;
        Page = page;
        page.PageError += (_, error) => _problems.Add("error: " + error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _problems.Add($"{message.Type}: {message.Text}");
        };
        page.Dialog += async (_, dialog) =>
        {
            _problems.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
                _problems.Add("request: " + request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors, dialogs, refusals by the policy, and requests to any network.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public ILocator Shown => Page.Locator(".finding:not([hidden])");

    public ILocator Node(string name) => Page.Locator(".node", new PageLocatorOptions { HasText = name }).First;

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        _folder.Dispose();
    }
}
