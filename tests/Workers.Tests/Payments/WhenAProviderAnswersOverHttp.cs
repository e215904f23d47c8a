using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Partners;
using Workers.Payments.Providers;

namespace Workers.Tests.Payments;

public sealed class WhenAProviderAnswersOverHttp : IAsyncLifetime
{
    private static readonly Charge Charge = new("ORD-1", "CUST-1", "pay-1", 110.50m);
    private static readonly Refund Refund = new("ORD-1", "pay-1", 110.50m, "ch_1");

    private readonly FakeTime _time = new();
    private AnsweringServer _bank = null!;

    public async ValueTask InitializeAsync() => _bank = await AnsweringServer.StartAsync();

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task A_charge_is_posted_under_its_key_and_charged(int status)
    {
        (_bank.Status, _bank.Answer) = (status, """{"status":"charged","reference":"ch_1","more":[1]}""");

        var answer = await ChargeAsync();

        Assert.Equal(new ChargeAnswer.Charged("ch_1"), answer);
        Assert.Equal(("POST /v1/charges", "ORD-1/charge"), (_bank.Request, _bank.Headers["Idempotency-Key"].ToString()));
        Assert.Equal("""{"orderId":"ORD-1","customerId":"CUST-1","paymentId":"pay-1","amount":110.50}""", _bank.Body);
        Assert.Equal("Bearer t0ken", _bank.Headers.Authorization.ToString());
        Assert.Equal("application/json; charset=utf-8", _bank.Headers.ContentType.ToString());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(402)]
    public async Task A_decline_is_an_answer(int status)
    {
        (_bank.Status, _bank.Answer) = (status, """{"status":"declined","code":"insufficient_funds","reason":"no money"}""");

        Assert.Equal(new ChargeAnswer.Declined("insufficient_funds", "no money"), await ChargeAsync());
    }

    [Fact]
    public async Task The_words_of_a_decline_are_cut_to_what_an_event_carries()
    {
        _bank.Answer = $$"""{"status":"declined","code":"c","reason":"{{new string('x', 1_023)}}😀"}""";

        Assert.Equal(new string('x', 1_023), Assert.IsType<ChargeAnswer.Declined>(await ChargeAsync()).Reason);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "null")]
    [InlineData(200, """{"status":"charged"}""")]
    [InlineData(200, """{"status":"pending","reference":"ch_1"}""")]
    [InlineData(201, """{"status":"declined"}""")]
    [InlineData(202, """{"status":"charged","reference":"ch_1"}""")]
    [InlineData(301, "")]
    [InlineData(401, "")]
    [InlineData(402, """{"error":"your account is closed"}""")]
    [InlineData(403, "")]
    [InlineData(404, "")]
    [InlineData(408, "")]
    [InlineData(425, "")]
    [InlineData(429, "")]
    [InlineData(500, """{"status":"declined"}""")]
    [InlineData(503, "")]
    public async Task What_does_not_say_what_became_of_a_charge_is_a_wait(int status, string answer)
    {
        (_bank.Status, _bank.Answer) = (status, answer);

        Assert.Null((await Assert.ThrowsAsync<PartnerDownException>(ChargeAsync)).After);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task Any_other_no_is_refused_and_never_guessed_to_be_a_decline(int status)
    {
        (_bank.Status, _bank.Answer) = (status, """{"status":"declined","code":"c","reason":"r"}""");

        var refused = await Assert.ThrowsAsync<PartnerRefusedException>(ChargeAsync);

        Assert.Equal($"The provider refuses the charge with {status}.", refused.Message);
    }

    [Fact]
    public async Task A_first_call_that_is_still_under_way_is_waited_for_shortly()
    {
        _bank.Status = 409;

        Assert.Equal(TimeSpan.FromSeconds(2), (await Assert.ThrowsAsync<PartnerDownException>(ChargeAsync)).After);
    }

    [Theory]
    [InlineData(409, "7", 7)]
    [InlineData(429, "120", 120)]
    [InlineData(503, "Thu, 15 Jan 2026 10:01:00 GMT", 60)]
    [InlineData(503, "86400", 900)]
    public async Task The_time_that_it_asks_for_is_kept_up_to_a_quarter_of_an_hour(int status, string retryAfter, int seconds)
    {
        (_bank.Status, _bank.RetryAfter) = (status, retryAfter);

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await Assert.ThrowsAsync<PartnerDownException>(ChargeAsync)).After);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_a_wait()
    {
        _bank.Gate = new TaskCompletionSource().Task;
        var charge = ChargeAsync();

        _time.Advance(TimeSpan.FromSeconds(10));

        var down = await Assert.ThrowsAsync<PartnerDownException>(() => charge);
        Assert.Contains("within 00:00:10", down.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_at_all_is_a_wait()
    {
        var provider = Provider();
        await _bank.DisposeAsync();

        await Assert.ThrowsAsync<PartnerDownException>(() => provider.ChargeAsync(Charge, Cancellation));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task A_refund_is_posted_under_its_key(int status)
    {
        (_bank.Status, _bank.Answer) = (status, """{"status":"refunded","reference":"re_1"}""");

        await RefundAsync();

        Assert.Equal(("POST /v1/refunds", "ORD-1/refund"), (_bank.Request, _bank.Headers["Idempotency-Key"].ToString()));
        Assert.Equal("""{"orderId":"ORD-1","paymentId":"pay-1","amount":110.50,"reference":"ch_1"}""", _bank.Body);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(422)]
    public async Task A_refund_can_be_refused(int status)
    {
        _bank.Status = status;

        await Assert.ThrowsAsync<PartnerRefusedException>(RefundAsync);
    }

    [Theory]
    [InlineData(200, """{"status":"pending"}""")]
    [InlineData(404, "")]
    [InlineData(409, "")]
    [InlineData(500, "")]
    public async Task A_refund_of_which_nobody_knows_is_a_wait(int status, string answer)
    {
        (_bank.Status, _bank.Answer) = (status, answer);

        await Assert.ThrowsAsync<PartnerDownException>(RefundAsync);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<ChargeAnswer> ChargeAsync() => Provider().ChargeAsync(Charge, Cancellation);

    private Task RefundAsync() => Provider().RefundAsync(Refund, Cancellation);

    private HttpProvider Provider()
    {
        var services = new ServiceCollection();
        services.AddPartnerClient();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton(Options.Create(new PartnerHttpOptions { Url = new(_bank.Url, "v1/"), Token = "t0ken" }));
        return new(services.BuildServiceProvider().GetRequiredService<PartnerClient>());
    }
}
