namespace LocalAws.Tests.Patterns;

public sealed class WhenAPatternAsksForPresence
{
    [Theory]
    [InlineData("""{"a":1}""", true)]
    [InlineData("""{"a":null}""", true)]
    [InlineData("""{"a":""}""", true)]
    [InlineData("""{"a":["x"]}""", true)]
    [InlineData("""{}""", false)]
    [InlineData("""{"a":[]}""", false)]
    [InlineData("""{"a":{"b":1}}""", false)]
    public void Only_a_value_is_present(string @event, bool expected)
    {
        Assert.Equal(expected, PatternVerdict.Matches("""{"a":[{"exists":true}]}""", @event));
        Assert.Equal(!expected, PatternVerdict.Matches("""{"a":[{"exists":false}]}""", @event));
    }

    [Theory]
    [InlineData("""{"a":{"b":{"c":[{"exists":false}]}}}""", """{"a":{"b":{"c":1}}}""", false)]
    [InlineData("""{"a":{"b":{"c":[{"exists":false}]}}}""", """{"a":{"b":"text"}}""", true)]
    [InlineData("""{"a":{"b":{"c":[{"exists":false}]}}}""", """{"a":1}""", true)]
    [InlineData("""{"a":{"b":{"c":[{"exists":false}]}}}""", """{}""", true)]
    [InlineData("""{"a":{"b":{"c":[{"exists":false}]}}}""", """{"a.b":{"c":1}}""", false)]
    [InlineData("""{"a":{"b":[{"exists":false}],"c":[1]}}""", """{"a":{"c":1}}""", true)]
    [InlineData("""{"a":{"b":[{"exists":false}],"c":[1]}}""", """{"a":{}}""", false)]
    public void What_is_absent_may_lack_its_parents_too(string pattern, string @event, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches(pattern, @event));

    [Theory]
    [InlineData("""{"s":"lily"}""", true)]
    [InlineData("""{"s":"rose"}""", false)]
    [InlineData("""{}""", true)]
    public void Absence_may_be_one_of_several_choices(string detail, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches(
            """{"detail":{"s":[{"anything-but":["rose"]},{"exists":false}]}}""", $$"""{"detail":{{detail}}}"""));
}
