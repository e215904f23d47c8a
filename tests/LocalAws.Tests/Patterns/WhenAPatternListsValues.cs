namespace LocalAws.Tests.Patterns;

public sealed class WhenAPatternListsValues
{
    [Theory]
    [InlineData("""{"source":["orders"]}""", """{"source":"orders"}""")]
    [InlineData("""{"source":["a","orders"]}""", """{"source":"orders"}""")]
    [InlineData("""{"a":[""]}""", """{"a":""}""")]
    [InlineData("""{"a":["é 🚀 "]}""", """{"a":"é 🚀 "}""")]
    [InlineData("""{"a":["🚀"]}""", """{"a":"\ud83d\ude80"}""")]
    [InlineData("""{"a":["quote\" slash\\"]}""", """{"a":"quote\" slash\\"}""")]
    [InlineData("""{"a":["*"]}""", """{"a":"*"}""")]
    [InlineData("""{"a":[{"exactly":"x"}]}""", """{"a":"x"}""")]
    [InlineData("""{"a":[null]}""", """{"a":null}""")]
    [InlineData("""{"a":[true]}""", """{"a":true}""")]
    [InlineData("""{"a":[false,"x"]}""", """{"a":false}""")]
    public void Any_of_them_matches(string pattern, string @event) => Assert.True(PatternVerdict.Matches(pattern, @event));

    [Theory]
    [InlineData("""{"source":["orders"]}""", """{"source":"Orders"}""")]
    [InlineData("""{"source":["orders"]}""", """{"Source":"orders"}""")]
    [InlineData("""{"source":["orders"]}""", """{}""")]
    [InlineData("""{"source":["orders"]}""", """{"source":{"orders":"orders"}}""")]
    [InlineData("""{"a":[null]}""", """{"a":"null"}""")]
    [InlineData("""{"a":[null]}""", """{}""")]
    [InlineData("""{"a":[null]}""", """{"a":[]}""")]
    [InlineData("""{"a":[true]}""", """{"a":"true"}""")]
    [InlineData("""{"a":[true]}""", """{"a":false}""")]
    [InlineData("""{"a":["1"]}""", """{"a":1}""")]
    [InlineData("""{"a":[1]}""", """{"a":"1"}""")]
    public void Anything_else_does_not(string pattern, string @event) => Assert.False(PatternVerdict.Matches(pattern, @event));

    [Theory]
    [InlineData("300", "300.0", true)]
    [InlineData("300", "3.0e2", true)]
    [InlineData("3e2", "300", true)]
    [InlineData("-0", "0", true)]
    [InlineData("0.1", "0.10", true)]
    [InlineData("300", "301", false)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("1e300", "1.0e300", true)]
    [InlineData("1e300", "1e301", false)]
    [InlineData("0", "1e-30", false)]
    public void Numbers_compare_by_value(string listed, string value, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches($$"""{"n":[{{listed}}]}""", $$"""{"n":{{value}}}"""));

    [Theory]
    [InlineData("""{"detail":{"order":{"state":["open"]}}}""", """{"detail":{"order":{"state":"open"}}}""", true)]
    [InlineData("""{"detail":{"order":{"state":["open"]}}}""", """{"detail":{"state":"open"}}""", false)]
    [InlineData("""{"detail":{"state":["open"]}}""", """{"detail":"{\"state\":\"open\"}"}""", false)]
    [InlineData("""{"detail":{"state":["open"]}}""", """{"detail":null}""", false)]
    public void Nested_fields_are_found_where_they_stand(string pattern, string @event, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches(pattern, @event));

    [Theory]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a.b":"x"}""", true)]
    [InlineData("""{"a.b":["x"]}""", """{"a":{"b":"x"}}""", true)]
    [InlineData("""{"a":{"b":{"c":["x"]}}}""", """{"a":{"b.c":"x"}}""", true)]
    [InlineData("""{"a":{"b.c":["x"]}}""", """{"a.b":{"c":"x"}}""", true)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a.b":{"b":"x"}}""", false)]
    [InlineData("""{"a.b":{"b":["x"]}}""", """{"a":{"b":"x"}}""", false)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":"y","a.b":"x"}""", true)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":{"b":"y"},"a.b":"x"}""", true)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":{"b":"y"},"a.b":"z"}""", false)]
    [InlineData("""{"a":{"b":[{"exists":false}]}}""", """{"a":{"c":"y"},"a.b":"x"}""", false)]
    [InlineData("""{"a":["y"],"a.b":["x"]}""", """{"a":"y","a.b":"x"}""", true)]
    [InlineData("""{"a":["y"],"a.b":["x"]}""", """{"a":"y","a.b":"z"}""", false)]
    [InlineData("""{"a":["y"],"a.b":["x"]}""", """{"a":"z","a.b":"x"}""", false)]
    [InlineData("""{"a":["y"],"a.b":["x"]}""", """{"a":"y"}""", false)]
    public void A_dot_in_a_name_is_a_level(string pattern, string @event, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches(pattern, @event));

    [Fact]
    public void Every_field_must_match()
    {
        const string Pattern = """{"source":["s"],"detail-type":["a","b"],"detail":{"n":[1]}}""";

        Assert.True(PatternVerdict.Matches(Pattern, """{"source":"s","detail-type":"b","detail":{"n":1,"other":2}}"""));
        Assert.False(PatternVerdict.Matches(Pattern, """{"source":"s","detail-type":"b","detail":{"n":2}}"""));
        Assert.False(PatternVerdict.Matches(Pattern, """{"source":"s","detail-type":"c","detail":{"n":1}}"""));
    }

    [Fact]
    public void The_last_of_two_lists_for_one_field_stands()
    {
        Assert.True(PatternVerdict.Matches("""{"a":["x"],"a":["y"]}""", """{"a":"y"}"""));
        Assert.False(PatternVerdict.Matches("""{"a":["x"],"a":["y"]}""", """{"a":"x"}"""));
    }
}
