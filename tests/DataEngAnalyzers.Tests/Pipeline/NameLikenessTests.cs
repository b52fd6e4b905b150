using DataEngAnalyzers.Pipeline;
using Xunit;

namespace DataEngAnalyzers.Tests.Pipeline;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("customer_id", "CustomerId")]
    [InlineData("customer_id", "customerid")]
    [InlineData("customer_id", "cust_id")]
    [InlineData("quantity", "qty")]
    [InlineData("amount", "amt")]
    [InlineData("order", "orders")]
    [InlineData("customer_id", "custmer_id")]
    [InlineData("product", "prodcut")]
    [InlineData("quantity", "quantitx")]
    [InlineData("_loaded_at", "loaded_at")]
    public void Spellings_of_one_name_are_alike(string one, string other)
    {
        Assert.True(NameLikeness.AreAlike(one, other));
        Assert.True(NameLikeness.AreAlike(other, one));
    }

    [Theory]
    [InlineData("flag_a", "flag_b")]
    [InlineData("address1", "address2")]
    [InlineData("name", "nickname")]
    [InlineData("date", "delegate")]
    [InlineData("cat_id", "contract_id")]
    [InlineData("load_date", "loan_date")]
    [InlineData("price", "prize")]
    [InlineData("ship_to", "ship_no")]
    [InlineData("amount", "total_amount")]
    [InlineData("id", "customer_id")]
    [InlineData("", "")]
    [InlineData("_", "_")]
    public void Names_of_two_things_are_not(string one, string other)
    {
        Assert.False(NameLikeness.AreAlike(one, other));
        Assert.False(NameLikeness.AreAlike(other, one));
    }
}
