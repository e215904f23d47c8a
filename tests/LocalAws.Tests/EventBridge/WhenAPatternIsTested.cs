namespace LocalAws.Tests.EventBridge;

public sealed class WhenAPatternIsTested : EventBridgeSpec
{
    private const string Event =
        """{"id":"1","account":"0","source":"s","time":"2026-01-15T10:00:00Z","region":"us-east-1","detail-type":"t","detail":{"n":1}}""";

    [Theory]
    [InlineData("""{"detail":{"n":[1]}}""", true)]
    [InlineData("""{"detail":{"n":[2]}}""", false)]
    public async Task It_says_whether_the_event_matches(string pattern, bool expected) =>
        Assert.Equal(expected, (bool)(await CallAsync("TestEventPattern", new { Event, EventPattern = pattern }))["Result"]!);

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"\ud800","account":"0","source":"s","time":"2026-01-15T10:00:00Z","region":"us-east-1","detail-type":"t"}""")]
    public async Task Only_events_can_be_tested(string @event) => Assert.Equal(
        "ValidationException: Parameter Event is not valid.",
        await RefusalAsync("TestEventPattern", new { Event = @event, EventPattern = AnySource }));
}
