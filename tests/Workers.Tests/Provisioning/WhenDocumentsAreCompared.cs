using Workers.Provisioning.Resources;

namespace Workers.Tests.Provisioning;

public sealed class WhenDocumentsAreCompared
{
    [Theory]
    [InlineData("60", "60")]
    [InlineData("""{"a":1,"b":[2]}""", """{ "b": [2], "a": 1 }""")]
    [InlineData("not json", "not json")]
    public void Spacing_and_member_order_do_not_matter(string left, string right) => Assert.True(Json.AreEqual(left, right));

    [Theory]
    [InlineData("60", "30")]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""["x","y"]""", """["y","x"]""")]
    [InlineData(null, "{}")]
    [InlineData("", "{}")]
    [InlineData("not json", "{}")]
    public void Anything_else_does(string? left, string right) => Assert.False(Json.AreEqual(left, right));
}
