using System.Text.Json.Nodes;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenABodyComesOverSns
{
    private static readonly EventName Name = new("test", "Moved");

    private readonly EventRegistry _registry = new EventRegistryBuilder()
        .Event(Name, TestEventsJson.Default.Moved)
        .SnsBodies()
        .Build();

    [Fact]
    public void It_is_the_envelope_that_it_holds()
    {
        var envelope = Bodies.Envelope(Name, """{"to":"hôme","metadata":{"eventId":"E1"}}""");

        var received = _registry.Read(Notification(envelope), "M1");

        Assert.Equal(_registry.Read(envelope, "M2"), received);
    }

    [Fact]
    public void Its_message_attributes_are_ignored()
    {
        var notification = JsonNode.Parse(Notification(Bodies.Envelope(Name, """{"to":"home"}""")))!;
        notification["MessageAttributes"] = new JsonObject { ["id"] = new JsonObject { ["Type"] = "String", ["Value"] = "7" } };

        Assert.Equal(new Moved("home"), _registry.Read(notification.ToJsonString(), "M1").Detail);
    }

    [Fact]
    public void An_envelope_that_came_without_SNS_is_read_as_ever() =>
        Assert.Equal(new Moved("home"), _registry.Read(Bodies.Envelope(Name, """{"to":"home"}"""), "M1").Detail);

    [Theory]
    [InlineData("not json", "The body: Message: must hold a JSON object")]
    [InlineData("[]", "The body: Message: must hold a JSON object")]
    [InlineData("""{"a":1,"a":2}""", "The body: Message: must hold a JSON object")]
    [InlineData("{}", "The body: source: is required")]
    public void A_message_that_is_no_envelope_is_poison(string message, string reason) =>
        Assert.StartsWith(reason, ReasonOf(Notification(message)), StringComparison.Ordinal);

    [Fact]
    public void A_message_that_is_no_text_is_poison() => Assert.Equal(
        "The body: Message: must be text",
        ReasonOf("""{"Type":"Notification","TopicArn":"arn:aws:sns:us-east-1:000000000000:topic","Message":{}}"""));

    [Fact]
    public void A_notification_inside_a_notification_is_poison() =>
        Assert.Equal("The body: source: is required", ReasonOf(Notification(Notification(Bodies.Envelope(Name, """{"to":"home"}""")))));

    [Fact]
    public void Nobody_who_did_not_ask_for_it_reads_it()
    {
        var without = new EventRegistryBuilder().Event(Name, TestEventsJson.Default.Moved).Build();

        Assert.Throws<PoisonEventException>(() => without.Read(Notification(Bodies.Envelope(Name, """{"to":"home"}""")), "M1"));
    }

    private static string Notification(string message) => new JsonObject
    {
        ["Type"] = "Notification",
        ["MessageId"] = "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
        ["TopicArn"] = "arn:aws:sns:us-east-1:000000000000:event-notifications",
        ["Message"] = message,
        ["Timestamp"] = "2026-01-15T10:00:02.000Z",
    }.ToJsonString();

    private string ReasonOf(string body) => Assert.Throws<PoisonEventException>(() => _registry.Read(body, "M1")).Message;
}
