namespace LocalAws.Tests.Patterns;

public sealed class WhenAPatternExcludesValues
{
    [Theory]
    [InlineData("\"x\"", "\"y\"", true)]
    [InlineData("\"x\"", "\"x\"", false)]
    [InlineData("\"x\"", "null", true)]
    [InlineData("\"1\"", "1", true)]
    [InlineData("1", "2", true)]
    [InlineData("1", "1.0", false)]
    [InlineData("0", "false", true)]
    [InlineData("1", "\"1\"", true)]
    [InlineData("""["x","y"]""", "\"z\"", true)]
    [InlineData("""["x","y"]""", "\"y\"", false)]
    [InlineData("[1,2]", "3", true)]
    [InlineData("[1,2]", "2", false)]
    [InlineData("""{"prefix":"in"}""", "\"out\"", true)]
    [InlineData("""{"prefix":"in"}""", "\"inner\"", false)]
    [InlineData("""{"prefix":["in","ou"]}""", "\"out\"", false)]
    [InlineData("""{"prefix":"in"}""", "12", true)]
    [InlineData("""{"suffix":".txt"}""", "\"a.bak\"", true)]
    [InlineData("""{"suffix":[".txt",".bak"]}""", "\"a.bak\"", false)]
    [InlineData("""{"equals-ignore-case":"x"}""", "\"X\"", false)]
    [InlineData("""{"equals-ignore-case":["x","y"]}""", "\"Z\"", true)]
    [InlineData("""{"wildcard":"*/dir/*"}""", "\"a/dir/b\"", false)]
    [InlineData("""{"wildcard":["*/dir/*","x"]}""", "\"a/b\"", true)]
    [InlineData("""{"wildcard":""}""", "\"x\"", true)]
    public void All_others_match(string excluded, string value, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches($$"""{"a":[{"anything-but":{{excluded}}}]}""", $$"""{"a":{{value}}}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":[]}""")]
    [InlineData("""{"a":{"b":1}}""")]
    public void There_must_be_a_value(string @event) =>
        Assert.False(PatternVerdict.Matches("""{"a":[{"anything-but":"x"}]}""", @event));
}
