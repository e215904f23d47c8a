using Workers.Cli.Running;
using Workers.Operations.DeadLetters;

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

    [Theory]
    [InlineData("""{"id":"\ud800","source":"s","detail-type":"t","detail":{}}""")]
    [InlineData("""{"source":"s","detail-type":"t","detail":{"metadata":{"eventId":"\udc00"}}}""")]
    public void Half_a_surrogate_pair_in_the_body_is_no_reason_not_to_show_it(string body) => Assert.Null(Letter(body).EventId);

    [Fact]
    public void Its_text_cannot_steer_the_terminal() =>
        Assert.Equal("\uFFFD]0;title\uFFFD\uFFFD[2J ok\n\tline", Printable.Of("\u001b]0;title\u0007\u009b[2J ok\n\tline"));

    private static DeadLetter Letter(string body, params (string Name, string Value)[] attributes) =>
        new("id", "receipt", body, FakeTime.Start, 1, attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value));
}
