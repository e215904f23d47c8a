using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenAnIdIsGiven
{
    public static TheoryData<string> Ids =>
        ["CUST-001", "ORD-20260115-3f9a2b7c1d0e", "evt_12345", "01970000-0000-7000-8000-000000000001", "a.b", "-V1StGXR8_Z5jdHi6B", "x", new string('x', 128)];

    public static TheoryData<string> OtherTexts =>
    [
        "", " ", "with space", "2026/0001", "A/B", ".", "..", "a..b", ".a", "a.", "a\0", "tab\tx", "a\r\nX-Injected: 1", "é", "a(b)", "a@b", "a#b", "a:b", "a%2F", "😀",
        "\uFF21", new string('x', 129),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_an_id_wherever_one_is_asked_for(string id)
    {
        Assert.Empty(Ranges.Check(new OrderPlaced(id, id, [new(id, 1)], 0)));

        var received = Read(id);

        Assert.Equal(new EventMetadata(id, id, id), received.Metadata);
        Assert.Equal(id, Uri.EscapeDataString(id));
    }

    [Theory]
    [MemberData(nameof(OtherTexts))]
    public void What_path_header_address_or_log_cannot_carry_is_refused_everywhere(string text)
    {
        Assert.Equal(
            ["orderId", "customerId", "items[0].productId"],
            Ranges.Check(new OrderPlaced(text, text, [new(text, 1)], 0)).Select(violation => violation.Field));

        var poison = Assert.Throws<PoisonEventException>(() => Read(text));

        Assert.Equal($"{EventNames.OrderCancelled}: metadata.eventId: {IdGrammar.Expected}", poison.Message);
    }

    private static Workers.Events.Reading.ReceivedEvent Read(string id)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(id);
        return EventCatalog.Build().Read(
            Bodies.Envelope(
                EventNames.OrderCancelled,
                $$$"""{"orderId":"O","reason":"","metadata":{"eventId":{{{json}}},"correlationId":{{{json}}},"causationId":{{{json}}}}}"""),
            "M1");
    }
}
