using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>An additional file that stands nowhere but in a test.</summary>
internal sealed class AdditionalFile(string path, string text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
