namespace LocalAws.Tests.Patterns;

public sealed class WhenAPatternComparesText
{
    [Theory]
    [InlineData("""{"prefix":"image"}""", "image.png", true)]
    [InlineData("""{"prefix":"Image"}""", "image.png", false)]
    [InlineData("""{"prefix":""}""", "anything", true)]
    [InlineData("""{"prefix":"image.png.x"}""", "image.png", false)]
    [InlineData("""{"prefix":{"equals-ignore-case":"IMAGE"}}""", "image.png", true)]
    [InlineData("""{"prefix":{"equals-ignore-case":"PNG"}}""", "image.png", false)]
    [InlineData("""{"suffix":".png"}""", "image.png", true)]
    [InlineData("""{"suffix":".PNG"}""", "image.png", false)]
    [InlineData("""{"suffix":""}""", "anything", true)]
    [InlineData("""{"suffix":{"equals-ignore-case":".PNG"}}""", "image.png", true)]
    [InlineData("""{"suffix":{"equals-ignore-case":".JPG"}}""", "image.png", false)]
    [InlineData("""{"equals-ignore-case":"IMAGE.png"}""", "image.PNG", true)]
    [InlineData("""{"equals-ignore-case":"ÄPFEL"}""", "äpfel", true)]
    [InlineData("""{"equals-ignore-case":""}""", "", true)]
    [InlineData("""{"equals-ignore-case":""}""", "x", false)]
    [InlineData("""{"equals-ignore-case":"image"}""", "image.png", false)]
    public void Beginnings_ends_and_case_count_as_the_pattern_says(string expression, string value, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches($$"""{"a":[{{expression}}]}""", $$"""{"a":"{{value}}"}"""));

    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    [InlineData("plain", "plain", true)]
    [InlineData("plain", "plainer", false)]
    [InlineData("*.png", "dir/image.png", true)]
    [InlineData("*.png", "image.png.bak", false)]
    [InlineData("dir/*", "dir/", true)]
    [InlineData("dir/*.png", "dir/a/b.png", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("*ab*ab*", "abab", true)]
    [InlineData("*ab*ab*", "aab", false)]
    [InlineData("/users/*/doc.txt", "/users/x/y/mydoc.txt", false)]
    [InlineData("a*b*c", "axxbyybzzc", true)]
    [InlineData(@"a\\*c", "a*c", true)]
    [InlineData(@"a\\*c", "abc", false)]
    [InlineData(@"a\\\\*c", @"a\\bc", true)]
    public void A_wildcard_stands_for_any_text(string wildcard, string value, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches($$"""{"a":[{"wildcard":"{{wildcard}}"}]}""", $$"""{"a":"{{value}}"}"""));

    [Theory]
    [InlineData("""{"prefix":"1"}""")]
    [InlineData("""{"suffix":"2"}""")]
    [InlineData("""{"wildcard":"*"}""")]
    [InlineData("""{"equals-ignore-case":"12"}""")]
    public void Only_strings_are_text(string expression)
    {
        Assert.False(PatternVerdict.Matches($$"""{"a":[{{expression}}]}""", """{"a":12}"""));
        Assert.False(PatternVerdict.Matches($$"""{"a":[{{expression}}]}""", """{"a":null}"""));
    }
}
