using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenBehaviourArrives
{
    private static readonly EventName FromTheGateway = new("api-gateway", "analytics-event");

    [Theory]
    [InlineData("api-gateway")]
    [InlineData("web-shop")]
    public void A_purchase_is_read_from_whoever_states_it(string source)
    {
        var recorded = Read(
            """{"eventType":"purchase","userId":"USER-001","sessionId":"SESS-001","properties":{"orderValue":199.99,"currency":"USD"}}""", source);

        Assert.Equal(new BehaviourRecorded("purchase", "USER-001", "SESS-001", 199.99m, "USD"), recorded);
    }

    [Fact]
    public void Every_other_property_becomes_a_text()
    {
        var recorded = Read(
            """
            {"eventType":"page_view","userId":"U","sessionId":"S","timestamp":"2026-01-15T10:00:00Z","properties":{
             "page":"/a","timeOnPage":45.50,"consent":true,"referrer":null,"items":[{"name":"Mouse","price":79.99}]}}
            """);

        Assert.Equal(new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero), recorded.Timestamp);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["page"] = "/a",
                ["timeOnPage"] = "45.50",
                ["consent"] = "true",
                ["items"] = """[{"name":"Mouse","price":79.99}]""",
            },
            recorded.Properties);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"referrer":null}""")]
    public void No_properties_are_none(string properties) =>
        Assert.Null(Read($$"""{"eventType":"signup","userId":"U","sessionId":"S","properties":{{properties}} }""").Properties);

    [Theory]
    [InlineData("""{"userId":"U","sessionId":"S"}""", "eventType: is required")]
    [InlineData("""{"eventType":"a","sessionId":"S"}""", "userId: is required")]
    [InlineData("""{"eventType":"a","userId":"U"}""", "sessionId: is required")]
    [InlineData("""{"eventType":"a b","userId":"U","sessionId":"S"}""", "eventType: must have 1 to 64 characters: letters A to Z, digits, _, - and .")]
    [InlineData("""{"eventType":"a\n","userId":"U","sessionId":"S"}""", "eventType: must have 1 to 64 characters: letters A to Z, digits, _, - and .")]
    [InlineData("""{"eventType":"a","userId":"U","sessionId":"S","properties":[]}""", "properties: must be an object")]
    [InlineData("""{"eventType":"a","userId":"U","sessionId":"S","properties":{"orderValue":"5"}}""", "properties.orderValue: must be a number")]
    [InlineData("""{"eventType":"a","userId":"U","sessionId":"S","properties":{"currency":5}}""", "properties.currency: must be text")]
    [InlineData("""{"eventType":"a","userId":"U","sessionId":"S","properties":{"currency":"US$"}}""", "currency: must be a currency's code, such as USD: three letters A to Z")]
    [InlineData("""{"eventType":"a","userId":"U","sessionId":"S","properties":{"orderValue":-1}}""", "orderValue: must be from 0 to 1,000,000,000,000, with at most 2 decimals")]
    public void What_is_malformed_is_told(string detail, string problem) => Poison.Told(FromTheGateway, detail, problem);

    [Theory]
    [InlineData(32, 64, 512, true)]
    [InlineData(33, 64, 512, false)]
    [InlineData(1, 65, 1, false)]
    [InlineData(1, 1, 513, false)]
    public void Properties_are_bounded_in_number_and_size(int number, int name, int value, bool taken)
    {
        var properties = new JsonObject(Enumerable.Range(0, number).Select(index =>
            KeyValuePair.Create($"{index}".PadLeft(name, 'x'), (JsonNode?)new string('x', value))));
        var detail = $$"""{"eventType":"a","userId":"U","sessionId":"S","properties":{{properties.ToJsonString()}} }""";

        if (taken)
        {
            Assert.Equal(number, Read(detail).Properties!.Count);
        }
        else
        {
            Poison.Told(
                FromTheGateway,
                detail,
                "properties: must have at most 32 members, their names 1 to 64 characters without control characters, their values at most 512");
        }
    }

    private static BehaviourRecorded Read(string detail, string source = "api-gateway") => Assert.IsType<BehaviourRecorded>(
        EventCatalog.Build().Read(Bodies.Envelope(new(source, "analytics-event"), detail), "M1").Detail);
}
