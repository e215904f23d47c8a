namespace LocalAws.Tests.Patterns;

public sealed class WhenAPatternNamesANetwork
{
    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.255", true)]
    [InlineData("10.0.0.77/24", "10.0.0.1", true)]
    [InlineData("10.0.0.0/24", "10.0.1.0", false)]
    [InlineData("10.0.0.0/24", "10.0.0.256", false)]
    [InlineData("10.0.0.0/25", "10.0.0.127", true)]
    [InlineData("10.0.0.0/25", "10.0.0.128", false)]
    [InlineData("0.0.0.0/0", "203.0.113.9", true)]
    [InlineData("0.0.0.0/0", "1", false)]
    [InlineData("0.0.0.0/0", "example.com", false)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("2001:db8:1234:1a00::/64", "2001:0db8:1234:1a00:0000:0000:0000:0001", true)]
    [InlineData("2001:db8:1234:1a00::/64", "2001:db8:1234:1a01::1", false)]
    [InlineData("2001:db8::/127", "2001:db8::1", true)]
    [InlineData("2001:db8::/127", "2001:db8::2", false)]
    public void Addresses_in_it_match(string network, string address, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches($$"""{"ip":[{"cidr":"{{network}}"}]}""", $$"""{"ip":"{{address}}"}"""));

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("10.0.0.1", "10.0.0.1 ", false)]
    [InlineData("2001:db8::1", "2001:0DB8:0:0:0:0:0:1", true)]
    [InlineData("2001:db8::1", "2001:db8::2", false)]
    [InlineData("300.0.0.1", "300.0.0.1", true)]
    [InlineData("fe80::1%eth0", "fe80::1%eth0", true)]
    [InlineData("fe80::1%eth0", "fe80::1", false)]
    public void A_listed_address_matches_in_any_spelling(string listed, string address, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches($$"""{"ip":["{{listed}}"]}""", $$"""{"ip":"{{address}}"}"""));

    [Fact]
    public void A_number_is_no_address() =>
        Assert.False(PatternVerdict.Matches("""{"ip":[{"cidr":"0.0.0.0/0"}]}""", """{"ip":123}"""));
}
