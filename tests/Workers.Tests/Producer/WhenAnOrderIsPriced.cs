using System.Globalization;
using System.Text.Json.Nodes;

namespace Workers.Tests.Producer;

public sealed class WhenAnOrderIsPriced(WhenAnOrderIsPriced.Pricing pricing) : IClassFixture<WhenAnOrderIsPriced.Pricing>
{
    private const string Seattle = """{"street":"1 Main St","city":"Seattle","state":"WA","zipCode":"98101","country":"US"}""";

    private readonly ProducerHost _producer = pricing.Producer;

    // Two lines of 0.50 at 5 % are taxed 0.03 each, half a cent away from zero: 0.05 on their sum would be another tax.
    [Theory]
    [InlineData(Seattle, "0.5,0.5", null, "1", "0.06", "4.99", "6.05")]
    [InlineData(Seattle, "0.5,0.5", "1", "1", "0.06", "4.99", "6.05")]
    [InlineData(Seattle, "0.5,0.5", "6.05", "1", "0.06", "4.99", "6.05")]
    [InlineData("""{"country":"us","state":"wa"}""", "20", null, "20", "1", "4.99", "25.99")]
    [InlineData("""{"country":"DE","state":"BY"}""", "10", null, "10", "1.9", "4.99", "16.89")]
    [InlineData("""{"country":"US","state":"OR"}""", "10", null, "10", "0", "4.99", "14.99")]
    [InlineData("\"1 Main St, Seattle, WA, US\"", "10", null, "10", "0", "4.99", "14.99")]
    [InlineData("null", "10", null, "10", "0", "4.99", "14.99")]
    [InlineData("""{"country":"DE"}""", "50", null, "50", "9.5", "0", "59.5")]
    [InlineData("""{"country":"DE"}""", "10,", "30", "30", "1.9", "4.99", "36.89")]
    public async Task Tax_and_shipping_come_on_top_of_its_lines(
        string address, string prices, string? amount, string subtotal, string tax, string shipping, string total)
    {
        var (status, body) = await PlaceAsync(address, prices, amount);

        Assert.True(status == 202, body.ToJsonString());
        Assert.Equal(
            [Number(subtotal), Number(tax), Number(shipping), Number(total)],
            ((string[])["subtotal", "tax", "shipping", "amount"]).Select(field => (decimal)_producer.Bus.LastDetail[field]!));
    }

    [Theory]
    [InlineData("0.5,0.5", "1.05", "amount")]
    [InlineData("0.5,0.5", "5.99", "amount")]
    [InlineData("10,", "9.99", "amount")]
    [InlineData("10,", null, "amount")]
    [InlineData("-1", null, "items[0].price")]
    [InlineData("1000000000000", null, "amount")]
    public async Task An_amount_that_does_not_add_up_is_refused(string prices, string? amount, string field)
    {
        var (status, problem) = await PlaceAsync(Seattle, prices, amount);

        Assert.Equal(400, status);
        Assert.Contains(field, problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task An_address_in_parts_is_one_line_of_the_event()
    {
        await PlaceAsync(Seattle, "10", null);

        Assert.Equal("1 Main St, Seattle, WA, 98101, US", (string?)_producer.Bus.LastDetail["shippingAddress"]);
    }

    [Theory]
    [InlineData("""{"shippingAddress":{"street":7}}""", "shippingAddress.street")]
    [InlineData("""{"tax":1}""", "tax")]
    [InlineData("""{"subtotal":10}""", "subtotal")]
    [InlineData("""{"shipping":null}""", "shipping")]
    [InlineData("""{"orderId":"Board"}""", "orderId")]
    public async Task What_it_may_not_say_is_named(string more, string field)
    {
        var order = JsonNode.Parse("""{"customerId":"C","items":[{"productId":"P","quantity":1,"price":10}]}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            order[name] = value?.DeepClone();
        }

        var (status, problem) = await _producer.PostAsync("/orders", order);

        Assert.Equal(400, status);
        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task A_bare_event_and_a_foreign_shape_keep_their_amount()
    {
        var bare = await _producer.PostAsync("/events", JsonNode.Parse("""
            {"eventType":"OrderPlaced","customerId":"C","items":[{"productId":"P","quantity":1,"price":10}],"shippingAddress":"US"}
            """)!);
        Assert.Equal((200, 10m, null), (bare.Status, (decimal)_producer.Bus.LastDetail["amount"]!, _producer.Bus.LastDetail["tax"]));

        var foreign = await _producer.PostAsync("/orders", JsonNode.Parse("""
            {"orderId":"ORD-F","customerId":"C","totalAmount":7,"items":[{"productId":"P","quantity":1}],"shippingAddress":{"country":"DE"}}
            """)!);
        Assert.Equal((202, 7m, null), (foreign.Status, (decimal)_producer.Bus.LastDetail["amount"]!, _producer.Bus.LastDetail["tax"]));
    }

    [Theory]
    [InlineData(8, 1, 1, 200)]
    [InlineData(9, 1, 1, 400)]
    [InlineData(8, 2, 1, 400)]
    public async Task An_event_that_says_its_parts_must_add_up(int subtotal, int tax, int shipping, int expected)
    {
        var (status, _) = await _producer.PostAsync("/events", new
        {
            eventType = "OrderPlaced",
            customerId = "C",
            amount = 10,
            subtotal,
            tax,
            shipping,
            items = new[] { new { productId = "P", quantity = 1, price = 8 } },
        });

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData("TaxRates:USA", "0.1")]
    [InlineData("TaxRates:DE", "19")]
    [InlineData("ShippingPrice", "0.001")]
    [InlineData("FreeShippingFrom", "-1")]
    public async Task A_price_that_is_none_stops_the_start(string key, string value)
    {
        await using var producer = new ProducerHost { Settings = { [$"Workers:Producer:Pricing:{key}"] = value } };

        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () => await producer.InitializeAsync());
    }

    private Task<(int Status, JsonObject Body)> PlaceAsync(string address, string prices, string? amount)
    {
        var lines = prices.Split(',').Select((price, index) => new JsonObject
        {
            ["productId"] = $"P-{index}",
            ["quantity"] = 1,
            ["price"] = price.Length == 0 ? null : Number(price),
        });
        return _producer.PostAsync("/orders", new JsonObject
        {
            ["customerId"] = "CUST-1",
            ["items"] = new JsonArray([.. lines]),
            ["amount"] = amount is null ? null : Number(amount),
            ["shippingAddress"] = JsonNode.Parse(address),
        });
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>An API that taxes two places, and ships free from 50.</summary>
    public sealed class Pricing : IAsyncLifetime
    {
        internal ProducerHost Producer { get; } = new()
        {
            Settings =
            {
                ["Workers:Producer:Pricing:TaxRates:US-WA"] = "0.05",
                ["Workers:Producer:Pricing:TaxRates:DE"] = "0.19",
                ["Workers:Producer:Pricing:ShippingPrice"] = "4.99",
                ["Workers:Producer:Pricing:FreeShippingFrom"] = "50",
            },
        };

        public ValueTask InitializeAsync() => Producer.InitializeAsync();

        public ValueTask DisposeAsync() => Producer.DisposeAsync();
    }
}
