using Workers.Cli.DeadLetters;

namespace Workers.Tests.Cli;

public sealed class WhenADeadLetterIsLookedAt
{
    private const string HighValueOrder =
        """{"alertType":"HIGH_VALUE_ORDER","event":{"id":"e","source":"s","detail-type":"t","detail":{"metadata":{"eventId":"m"}}}}""";

    [Theory]
    [InlineData("""{"id":"e","source":"s","detail-type":"t","detail":{"metadata":{"eventId":"m"}}}""", "s/t", "m")]
    [InlineData("""{"id":"e","source":"s","detail-type":"t","detail":{}}""", "s/t", "e")]
    [InlineData(HighValueOrder, "s/t", "m")]
    [InlineData("""{"id":7,"source":[],"detail":"text"}""", null, null)]
    [InlineData("not json", null, null)]
    public void Event_and_id_are_told_as_far_as_the_body_has_them(string body, string? name, string? eventId)
    {
        var letter = Letter(body);

        Assert.Equal((name, eventId), (letter.Event, letter.EventId));
    }

    [Fact]
    public void What_the_engine_says_of_the_event_goes_before_what_the_body_says() =>
        Assert.Equal("a", Letter("""{"id":"e"}""", ("EventId", "a")).EventId);

    [Fact]
    public void The_engines_reason_is_the_reason() => Assert.Equal("because", Letter("", ("Reason", "because")).Reason);

    [Fact]
    public void EventBridges_error_is_the_reason_of_what_it_could_not_deliver() =>
        Assert.Equal("NO_PERMISSIONS: denied", Letter("", ("ERROR_CODE", "NO_PERMISSIONS"), ("ERROR_MESSAGE", "denied")).Reason);

    [Fact]
    public void Without_any_attribute_it_was_sqs_that_moved_it() => Assert.Contains("SQS moved it", Letter("").Reason, StringComparison.Ordinal);

    private static DeadLetter Letter(string body, params (string Name, string Value)[] attributes) =>
        new("id", "receipt", body, FakeTime.Start, 1, attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value));
}
