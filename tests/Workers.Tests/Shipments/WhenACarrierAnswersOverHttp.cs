using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Contracts.Events;
using Workers.Partners;
using Workers.Shipping.Carriers;
using Workers.Tests.Payments;

namespace Workers.Tests.Shipments;

public sealed class WhenACarrierAnswersOverHttp : IAsyncLifetime
{
    private static readonly ShipmentRequest Request =
        new("ORD-1", "ship-1", "CUST-1", "1 Main St", [new OrderItem("LAPTOP", 2, 100m, "Laptop")]);

    private readonly FakeTime _time = new();
    private AnsweringServer _carrier = null!;

    public async ValueTask InitializeAsync() => _carrier = await AnsweringServer.StartAsync();

    public ValueTask DisposeAsync() => _carrier.DisposeAsync();

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task A_request_is_posted_under_its_key_and_taken(int status)
    {
        (_carrier.Status, _carrier.Answer) = (status, """{"status":"created","carrier":"Swift","trackingNumber":"1Z-999"}""");

        Assert.Equal(new CarrierAnswer.Created("Swift", "1Z-999"), await CreateAsync());
        Assert.Equal(("POST /shipments", "ORD-1/shipment"), (_carrier.Request, _carrier.Headers["Idempotency-Key"].ToString()));
        Assert.Equal(
            """{"orderId":"ORD-1","shipmentId":"ship-1","customerId":"CUST-1","address":"1 Main St","items":"""
            + """[{"productId":"LAPTOP","quantity":2}]}""",
            _carrier.Body);
        Assert.Equal("", _carrier.Headers.Authorization.ToString());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(422)]
    public async Task A_refusal_is_an_answer(int status)
    {
        (_carrier.Status, _carrier.Answer) = (status, """{"status":"refused","reason":"no such street"}""");

        Assert.Equal(new CarrierAnswer.Refused("no such street"), await CreateAsync());
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, """{"status":"created","carrier":"Swift"}""")]
    [InlineData(200, """{"status":"created","carrier":"Swift","trackingNumber":"1Z 999"}""")]
    [InlineData(200, """{"status":"created","carrier":"","trackingNumber":"1Z"}""")]
    [InlineData(202, """{"status":"created","carrier":"Swift","trackingNumber":"1Z"}""")]
    [InlineData(301, "")]
    [InlineData(401, "")]
    [InlineData(403, "")]
    [InlineData(404, """{"status":"refused"}""")]
    [InlineData(408, "")]
    [InlineData(425, "")]
    [InlineData(429, "")]
    [InlineData(500, "")]
    public async Task What_does_not_say_what_became_of_a_request_is_a_wait(int status, string answer)
    {
        (_carrier.Status, _carrier.Answer) = (status, answer);

        Assert.Null((await Assert.ThrowsAsync<PartnerDownException>(CreateAsync)).After);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task Any_other_no_is_rejected_and_never_guessed_to_be_a_refusal(int status)
    {
        _carrier.Status = status;

        await Assert.ThrowsAsync<PartnerRefusedException>(CreateAsync);
    }

    [Theory]
    [InlineData(409, "", 2)]
    [InlineData(503, "30", 30)]
    public async Task The_time_to_come_back_is_kept(int status, string retryAfter, int seconds)
    {
        (_carrier.Status, _carrier.RetryAfter) = (status, retryAfter);

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await Assert.ThrowsAsync<PartnerDownException>(CreateAsync)).After);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_a_wait()
    {
        _carrier.Gate = new TaskCompletionSource().Task;
        var request = CreateAsync();

        _time.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<PartnerDownException>(() => request);
    }

    private Task<CarrierAnswer> CreateAsync()
    {
        var services = new ServiceCollection();
        services.AddPartnerClient();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton(Options.Create(new PartnerHttpOptions { Url = _carrier.Url }));
        var carrier = new HttpCarrier(services.BuildServiceProvider().GetRequiredService<PartnerClient>());
        return carrier.CreateAsync(Request, TestContext.Current.CancellationToken);
    }
}
