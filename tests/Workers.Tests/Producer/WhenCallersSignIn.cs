using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Workers.Contracts;

namespace Workers.Tests.Producer;

public sealed class WhenCallersSignIn(WhenCallersSignIn.SigningIn signingIn) : IClassFixture<WhenCallersSignIn.SigningIn>
{
    private const string Issuer = "the-company";
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("a key of this spec, of at least 32 bytes");
    private static readonly object[] OneLaptop = [new { productId = "LAPTOP-001", quantity = 1 }];
    private static readonly string Alice = Token("ALICE", "orders");
    private static readonly string Staff = Token("SAM", "profile staff");

    private readonly ProducerHost _producer = signingIn.Producer;

    [Fact]
    public async Task Without_a_token_of_ours_nobody_is_let_in()
    {
        string?[] tokens = [null, "nonsense", Token("ALICE", "orders", audience: "others"), Token("ALICE", "orders", issuer: "others")];
        foreach (var token in tokens)
        {
            using var response = await _producer.SendAsync(HttpMethod.Get, "/orders/ORD-ALICE", null, token: token);

            Assert.Equal((401, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Probes_and_the_description_need_none()
    {
        foreach (var path in (string[])["/", "/openapi/v1.json", "/health/ready"])
        {
            using var response = await _producer.SendAsync(HttpMethod.Get, path, null);

            Assert.Equal(200, (int)response.StatusCode);
        }
    }

    [Theory]
    [InlineData("POST", "/events")]
    [InlineData("PUT", "/inventory/P")]
    [InlineData("POST", "/inventory/P/restock")]
    [InlineData("GET", "/analytics/summary")]
    [InlineData("GET", "/analytics/products")]
    [InlineData("GET", "/analytics/conversions")]
    [InlineData("GET", "/orders/board")]
    [InlineData("GET", "/audit/order%23ORD-ALICE")]
    [InlineData("GET", "/orders/ORD-ALICE/events")]
    [InlineData("POST", "/shipments/ship-1/delivered")]
    [InlineData("GET", "/tickets")]
    [InlineData("POST", "/tickets/T-ALICE/answer")]
    [InlineData("POST", "/tickets/T-ALICE/resolve")]
    public async Task Only_staff_does_what_is_not_a_customer_s(string method, string path)
    {
        Assert.Equal(403, await StatusAsync(method, path, Alice));
        Assert.NotEqual(403, await StatusAsync(method, path, Staff));
    }

    [Fact]
    public async Task A_customer_sees_its_own_orders_alone()
    {
        Assert.Equal(200, await StatusAsync("GET", "/orders/ORD-ALICE", Alice));
        Assert.Equal(404, await StatusAsync("GET", "/orders/ORD-BOB", Alice));
        Assert.Equal(200, await StatusAsync("GET", "/orders/ORD-BOB", Staff));
    }

    [Fact]
    public async Task A_customer_sees_the_past_and_the_list_of_its_own_orders_alone()
    {
        Assert.Equal(404, await StatusAsync("GET", "/orders/ORD-BOB?version=1", Alice));
        Assert.Equal(404, await StatusAsync("GET", "/orders/ORD-BOB/watch", Alice));
        Assert.Equal(200, await StatusAsync("GET", "/customers/ALICE/orders", Alice));
        Assert.Equal(403, await StatusAsync("GET", "/customers/BOB/orders", Alice));
        Assert.Equal(200, await StatusAsync("GET", "/customers/BOB/orders", Staff));
    }

    [Fact]
    public async Task A_customer_sees_its_own_profile_and_tickets_alone()
    {
        Assert.Equal(404, await StatusAsync("GET", "/customers/ALICE", Alice));   // nobody has heard of her yet
        Assert.Equal(403, await StatusAsync("GET", "/customers/BOB", Alice));
        await _producer.PutAsync(Topology.TicketsTable, TicketRows.Of("T-BOB", "Open", "BOB"));
        await _producer.PutAsync(Topology.TicketsTable, TicketRows.Of("T-ALICE", "Answered", "ALICE"));

        Assert.Equal(404, await StatusAsync("GET", "/tickets/T-BOB", Alice));
        using var response = await _producer.SendAsync(HttpMethod.Get, "/tickets/T-ALICE", null, token: Alice);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["answer"]!;
        Assert.Equal((TicketRows.OpenedAt, null, null), ((string?)answer["at"], answer["by"], answer["note"]));
    }

    [Fact]
    public async Task A_customer_opens_its_own_tickets_alone_and_who_answers_says_who_they_are()
    {
        using var own = await _producer.SendAsync(HttpMethod.Post, "/tickets", new { subject = "Help" }, token: Alice);
        Assert.Equal((202, "ALICE"), ((int)own.StatusCode, (string?)_producer.Bus.LastDetail["customerId"]));
        using var other = await _producer.SendAsync(HttpMethod.Post, "/tickets", new { customerId = "BOB", subject = "Help" }, token: Alice);
        Assert.Equal(403, (int)other.StatusCode);

        await _producer.PutAsync(Topology.TicketsTable, TicketRows.Of("T-SAM", "Open", "BOB"));
        using var named = await _producer.SendAsync(HttpMethod.Post, "/tickets/T-SAM/answer", new { by = "somebody else" }, token: Staff);
        Assert.Equal(400, (int)named.StatusCode);
        using var answered = await _producer.SendAsync(HttpMethod.Post, "/tickets/T-SAM/answer", new { note = "called" }, token: Staff);
        Assert.Equal((202, "SAM"), ((int)answered.StatusCode, (string?)_producer.Bus.LastDetail["by"]));
    }

    [Fact]
    public async Task A_cancellation_says_who_asked_for_it()
    {
        Assert.Equal(202, await StatusAsync("POST", "/orders/ORD-BOB/cancel", Staff));

        Assert.Equal(("SAM", "BOB"), ((string?)_producer.Bus.LastDetail["requestedBy"], (string?)_producer.Bus.LastDetail["customerId"]));
    }

    [Fact]
    public async Task A_customer_cancels_its_own_orders_alone_and_only_once_they_are_known()
    {
        Assert.Equal(202, await StatusAsync("POST", "/orders/ORD-ALICE/cancel", Alice));
        Assert.Equal(404, await StatusAsync("POST", "/orders/ORD-BOB/cancel", Alice));
        Assert.Equal(404, await StatusAsync("POST", "/orders/ORD-NONE/cancel", Alice));
        Assert.Equal(("ORD-ALICE", "ALICE"), ((string?)_producer.Bus.LastDetail["orderId"], (string?)_producer.Bus.LastDetail["customerId"]));
        Assert.Equal(202, await StatusAsync("POST", "/orders/ORD-BOB/cancel", Staff));
    }

    [Fact]
    public async Task A_customer_orders_for_itself_alone()
    {
        using var own = await _producer.SendAsync(HttpMethod.Post, "/orders", new { amount = 1, items = OneLaptop }, token: Alice);
        using var other = await _producer.SendAsync(HttpMethod.Post, "/orders", new { customerId = "BOB", amount = 1, items = OneLaptop }, token: Alice);

        Assert.Equal((202, 403), ((int)own.StatusCode, (int)other.StatusCode));
        Assert.Equal("ALICE", (string?)_producer.Bus.LastDetail["customerId"]);
    }

    [Fact]
    public async Task Callers_share_no_idempotency_keys()
    {
        var order = new { amount = 1, items = OneLaptop };
        using var alice = await _producer.SendAsync(HttpMethod.Post, "/orders", order, "key", Alice);
        using var bob = await _producer.SendAsync(HttpMethod.Post, "/orders", order, "key", Token("BOB", "orders"));

        Assert.Equal((202, 202), ((int)alice.StatusCode, (int)bob.StatusCode));
        Assert.NotEqual(await EventIdAsync(alice), await EventIdAsync(bob));
    }

    [Fact]
    public async Task A_scheme_without_an_audience_does_not_start()
    {
        await using var producer = new ProducerHost { Settings = { ["Authentication:Schemes:Bearer:Authority"] = "https://login.example" } };

        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () => await producer.InitializeAsync());
        Assert.Contains("ValidAudience", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authentication:Schemes:Baerer:Authority")]
    [InlineData("Authentication:Schems:Bearer:Authority")]
    public async Task A_misspelt_scheme_does_not_start(string key)
    {
        await using var producer = new ProducerHost { Settings = { [key] = "https://login.example" } };

        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () => await producer.InitializeAsync());
        Assert.Contains("nobody would be asked to sign in", failure.Message, StringComparison.Ordinal);
    }

    private async Task<int> StatusAsync(string method, string path, string token)
    {
        using var response = await _producer.SendAsync(new(method), path, null, token: token);
        return (int)response.StatusCode;
    }

    private static async Task<string?> EventIdAsync(HttpResponseMessage response) =>
        (string?)(await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["eventId"];

    private static string Token(string subject, string scope, string audience = "orders-api", string issuer = Issuer) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = subject, ["scope"] = scope },
            SigningCredentials = new(new SymmetricSecurityKey(Key), SecurityAlgorithms.HmacSha256),
        });

    /// <summary>An API that asks for tokens, with an order of each of two customers.</summary>
    public sealed class SigningIn : IAsyncLifetime
    {
        internal ProducerHost Producer { get; } = new()
        {
            Settings =
            {
                ["Authentication:Schemes:Bearer:ValidIssuer"] = Issuer,
                ["Authentication:Schemes:Bearer:ValidAudience"] = "orders-api",
                ["Authentication:Schemes:Bearer:SigningKeys:0:Issuer"] = Issuer,
                ["Authentication:Schemes:Bearer:SigningKeys:0:Value"] = Convert.ToBase64String(Key),
            },
        };

        public async ValueTask InitializeAsync()
        {
            await Producer.InitializeAsync();
            await Producer.RecordAsync("ORD-ALICE", "ALICE");
            await Producer.RecordAsync("ORD-BOB", "BOB");
        }

        public ValueTask DisposeAsync() => Producer.DisposeAsync();
    }
}
