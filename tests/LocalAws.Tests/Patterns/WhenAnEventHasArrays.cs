namespace LocalAws.Tests.Patterns;

public sealed class WhenAnEventHasArrays
{
    [Theory]
    [InlineData("""{"a":["x"]}""", """{"a":["w","x"]}""", true)]
    [InlineData("""{"a":["x","y"]}""", """{"a":["w","y"]}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":["w"]}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":[]}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":[["w"],["v",["x"]]]}""", true)]
    [InlineData("""{"a":[{"prefix":"x"}]}""", """{"a":[1,null,"xy"]}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":["x","y"]}""", true)]
    [InlineData("""{"a":[{"anything-but":"x"}]}""", """{"a":["x"]}""", false)]
    public void Any_element_may_match(string pattern, string @event, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches(pattern, @event));

    [Theory]
    [InlineData("""{"people":{"first":["Ann"],"last":["Lee"]}}""", true)]
    [InlineData("""{"people":{"first":["Ann"],"last":["Kim"]}}""", false)]
    [InlineData("""{"people":{"first":["Ann"],"pets":{"kind":["cat"],"name":["Tom"]}}}""", true)]
    [InlineData("""{"people":{"first":["Ann"],"pets":{"kind":["dog"],"name":["Tom"]}}}""", false)]
    [InlineData("""{"people":{"first":["Bob"],"pets":{"name":["Tom"]}}}""", false)]
    public void Conditions_on_one_object_must_hold_for_one_element(string pattern, bool expected)
    {
        const string Event = """
            {"people":[
              {"first":"Ann","last":"Lee","pets":[{"kind":"dog","name":"Rex"},{"kind":"cat","name":"Tom"}]},
              {"first":"Bob","last":"Kim"}]}
            """;

        Assert.Equal(expected, PatternVerdict.Matches(pattern, Event));
    }

    [Theory]
    [InlineData("""{"a":{"x":[{"exists":false}]}}""", """{"a":[{"y":1},{"y":2}]}""", true)]
    [InlineData("""{"a":{"x":[{"exists":false}]}}""", """{"a":[{"y":1},{"x":2}]}""", false)]
    [InlineData("""{"a":{"x":[{"exists":false}]}}""", """{"a":[]}""", true)]
    [InlineData("""{"a":{"x":[{"exists":true}]}}""", """{"a":[{"y":1},{"x":2}]}""", true)]
    [InlineData("""{"a":{"y":[1],"x":[{"exists":false}]}}""", """{"a":[{"y":1},{"y":2,"x":2}]}""", true)]
    [InlineData("""{"a":{"y":[2],"x":[{"exists":false}]}}""", """{"a":[{"y":1},{"y":2,"x":2}]}""", false)]
    public void Absence_alone_must_hold_for_every_element(string pattern, string @event, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches(pattern, @event));
}
