namespace LocalAws.Tests.Patterns;

public sealed class WhenAPatternHasAlternatives
{
    private const string EitherField = """{"detail":{"$or":[{"a":[{"numeric":[">",0]}]},{"b":["x"]}]}}""";

    private const string NextToAField = """{"source":["s"],"$or":[{"a":["1"]},{"b":["2"],"c":["3"]}]}""";

    private const string Twice = """{"$or":[{"a":["1"]},{"b":["2"]}],"detail":{"$or":[{"c":["3"]},{"d":["4"]}]}}""";

    private const string Nested = """{"$or":[{"a":["1"]},{"$or":[{"b":["2"]},{"detail":{"c":["3"]}}]}]}""";

    [Theory]
    [InlineData(EitherField, """{"detail":{"a":1}}""", true)]
    [InlineData(EitherField, """{"detail":{"a":0,"b":"x"}}""", true)]
    [InlineData(EitherField, """{"detail":{"a":0,"b":"y"}}""", false)]
    [InlineData(NextToAField, """{"source":"s","a":"1"}""", true)]
    [InlineData(NextToAField, """{"source":"s","b":"2","c":"3"}""", true)]
    [InlineData(NextToAField, """{"source":"s","b":"2"}""", false)]
    [InlineData(NextToAField, """{"source":"t","a":"1"}""", false)]
    [InlineData(Twice, """{"a":"1","detail":{"d":"4"}}""", true)]
    [InlineData(Twice, """{"b":"2","detail":{"c":"3"}}""", true)]
    [InlineData(Twice, """{"a":"1","b":"2","detail":{}}""", false)]
    [InlineData(Nested, """{"b":"2"}""", true)]
    [InlineData(Nested, """{"detail":{"c":"3"}}""", true)]
    [InlineData(Nested, """{"detail":{"c":"4"}}""", false)]
    public void One_of_them_is_enough(string pattern, string @event, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches(pattern, @event));

    [Fact]
    public void Fields_outside_of_them_are_about_the_same_array_element()
    {
        const string Pattern = """{"items":{"sku":["a"]},"$or":[{"items":{"n":[1]}},{"other":["x"]}]}""";

        Assert.True(PatternVerdict.Matches(Pattern, """{"items":[{"sku":"a","n":1},{"sku":"b","n":2}]}"""));
        Assert.False(PatternVerdict.Matches(Pattern, """{"items":[{"sku":"a","n":2},{"sku":"b","n":1}]}"""));
    }

    [Fact]
    public void Their_combinations_are_limited()
    {
        var ten = string.Join(',', Enumerable.Range(0, 10).Select(n => $$"""{"f{{n}}":["x"]}"""));
        string Pattern(int levels) => levels == 0 ? """{"z":["x"]}""" : $$"""{"$or":[{{ten}}],"d":{{Pattern(levels - 1)}}}""";

        Assert.True(PatternVerdict.Matches(Pattern(3), """{"f1":"x","d":{"f2":"x","d":{"f3":"x","d":{"z":"x"}}}}"""));
        Assert.Contains("more than 1000", PatternVerdict.Refusal(Pattern(4)));
    }
}
