using LocalAws.StepFunctions.Paths;

namespace LocalAws.Tests.StepFunctions.Paths;

public sealed class WhenAResultIsPlaced
{
    [Theory]
    [InlineData("$", """{"a":1}""", "9")]
    [InlineData("$.b", """{"a":1}""", """{"a":1,"b":9}""")]
    [InlineData("$.a", """{"a":1,"b":2}""", """{"a":9,"b":2}""")]
    [InlineData("$.b.c.d", """{"a":1}""", """{"a":1,"b":{"c":{"d":9}}}""")]
    [InlineData("$.a.c", """{"a":{"b":1}}""", """{"a":{"b":1,"c":9}}""")]
    [InlineData("$['b c']", "{}", """{"b c":9}""")]
    [InlineData("$.a[1]", """{"a":[1,2,3]}""", """{"a":[1,9,3]}""")]
    [InlineData("$.a[0].b", """{"a":[{"c":1}]}""", """{"a":[{"c":1,"b":9}]}""")]
    [InlineData("$.a.b", """{"a":null}""", """{"a":{"b":9}}""")]
    public void It_takes_that_place_and_all_else_stays(string path, string input, string expected) =>
        Assert.Equal(expected, JsonText.Write(ReferencePath.Parse(path).Place(JsonText.Parse(input), JsonText.Parse("9"))));

    [Fact]
    public void The_input_itself_is_not_changed()
    {
        var input = JsonText.Parse("""{"a":{"b":1}}""");

        ReferencePath.Parse("$.a.b").Place(input, JsonText.Parse("9"));

        Assert.Equal("""{"a":{"b":1}}""", JsonText.Write(input));
    }

    [Theory]
    [InlineData("$.a.b", """{"a":1}""")]
    [InlineData("$.a", "[]")]
    [InlineData("$.a", "null")]
    [InlineData("$.a[3]", """{"a":[1]}""")]
    [InlineData("$.a[0]", """{"a":{}}""")]
    public void An_input_without_such_a_place_is_a_mismatch(string path, string input) =>
        Assert.Throws<FormatException>(() => ReferencePath.Parse(path).Place(JsonText.Parse(input), null));

    [Theory]
    [InlineData("$.a[*]")]
    [InlineData("$..a")]
    [InlineData("$.a[0:2]")]
    [InlineData("$.a[0,1]")]
    [InlineData("$.a[-1]")]
    [InlineData("$.a[?(@.b)]")]
    [InlineData("$.a.length()")]
    [InlineData("$$.a")]
    public void A_path_that_names_more_than_one_place_is_refused(string path) =>
        Assert.Throws<FormatException>(() => ReferencePath.Parse(path));
}
