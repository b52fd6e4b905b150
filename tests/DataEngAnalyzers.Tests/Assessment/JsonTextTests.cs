using System.Linq;
using System.Text.Json;
using DataEngAnalyzers.Assessment;
using Xunit;

namespace DataEngAnalyzers.Tests.Assessment;

/// <summary>What the writer writes, a real reader reads.</summary>
public sealed class JsonTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("\"quoted\" and \\ back")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!-- & -->")]
    [InlineData("line\nbreak\r\ttab\0nul\u001f\u007f\u0085")]
    [InlineData("\u2028\u2029\ufeff")]
    [InlineData("ключ 表 🚚")]
    [InlineData("{}[],:")]
    public void A_text_comes_back_as_it_was(string text) => Assert.Equal(text, Read(text));

    [Fact]
    public void Half_a_character_is_replaced()
    {
        Assert.Equal("a\ufffd", Read("a\ud83d"));
        Assert.Equal("\ufffdb", Read("\ude9ab"));
        Assert.Equal("\ufffd\ufffd", Read("\ude9a\ud83d"));
    }

    [Fact]
    public void Nothing_in_a_text_can_end_a_line_or_an_element()
    {
        var every = string.Concat(Enumerable.Range(0, 0xd800).Select(code => (char)code));
        var json = Write(every);

        Assert.Equal(every, JsonDocument.Parse(json).RootElement.GetProperty(every).GetString());
        Assert.DoesNotContain(json, letter => char.IsControl(letter) || letter is '<' or '>' or '&' or '\u2028' or '\u2029');
    }

    [Fact]
    public void What_is_empty_is_absent()
    {
        var json = new JsonText();
        json.Object(() =>
        {
            json.Property("none", (string?)null);
            json.Array("empty", []);
            json.Property("no", value: false);
            json.Array("numbers", [1, 2], json.Number);
            json.Object("inner", () => json.Property("text", "x"));
            json.Array("texts", ["a", "b"]);
        });

        Assert.Equal("""{"no":false,"numbers":[1,2],"inner":{"text":"x"},"texts":["a","b"]}""", json.ToString());
    }

    private static string? Read(string text) => JsonDocument.Parse(Write(text)).RootElement.EnumerateObject().Single().Value.GetString();

    private static string Write(string text)
    {
        var json = new JsonText();
        json.Object(() => json.Property(text, text));
        return json.ToString();
    }
}
