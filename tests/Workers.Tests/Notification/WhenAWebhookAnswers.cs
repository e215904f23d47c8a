using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

public sealed class WhenAWebhookAnswers : IAsyncLifetime
{
    private const string Secret = "whsec_bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldw==";
    private const string PreviousSecret = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";

    private readonly FakeTime _time = new();
    private WebhookReceiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await WebhookReceiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task It_has_got_the_notification_with_its_id_as_idempotency_key()
    {
        await SendAsync();

        var body = JsonNode.Parse(_receiver.Body)!.AsObject();
        Assert.Equal("high-value-order#webhook#event-1", _receiver.Headers["Idempotency-Key"]);
        Assert.Equal("high-value-order#webhook#event-1", (string?)body["notificationId"]);
        Assert.Equal(("order-1", true), ((string?)body["orderId"], (bool?)body["urgent"]));
        Assert.False(body.ContainsKey("productId"));
        Assert.False(_receiver.Headers.ContainsKey("webhook-signature"));
    }

    [Fact]
    public async Task It_can_tell_who_posted_what_and_when_by_the_new_key_or_the_one_before()
    {
        await _receiver.Channel(_time, Secret, PreviousSecret).SendAsync(Notification(), Cancellation);

        var time = FakeTime.Start.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"high-value-order#webhook#event-1.{time}."), .. _receiver.Body];
        Assert.Equal("high-value-order#webhook#event-1", _receiver.Headers["webhook-id"]);
        Assert.Equal($"{time}", _receiver.Headers["webhook-timestamp"]);
        Assert.Equal($"v1,{Hmac(Secret["whsec_".Length..], signed)} v1,{Hmac(PreviousSecret, signed)}", _receiver.Headers["webhook-signature"]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task A_no_to_this_notification_is_final(int status)
    {
        _receiver.Answer = response => response.StatusCode = status;

        var refused = await Assert.ThrowsAsync<UndeliverableException>(SendAsync);

        Assert.Contains($"{status}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(410)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_no_to_us_or_for_now_is_an_outage(int status)
    {
        _receiver.Answer = response => response.StatusCode = status;

        Assert.True((await Assert.ThrowsAsync<ChannelDownException>(SendAsync)).IsOutage);
    }

    [Fact]
    public async Task A_redirection_is_not_followed_for_its_end_would_say_yes_to_nothing()
    {
        _receiver.Answer = response => response.Redirect("/elsewhere");

        await Assert.ThrowsAsync<ChannelDownException>(SendAsync);

        Assert.Equal(["POST /"], _receiver.Requests);
    }

    [Fact]
    public async Task A_first_request_with_the_same_key_that_is_under_way_is_waited_for()
    {
        _receiver.Answer = response => response.StatusCode = 409;

        Assert.False((await Assert.ThrowsAsync<ChannelDownException>(SendAsync)).IsOutage);
    }

    [Fact]
    public async Task The_time_that_it_asks_for_is_kept()
    {
        _receiver.Answer = response => (response.StatusCode, response.Headers.RetryAfter) = (429, "120");

        Assert.Equal(TimeSpan.FromMinutes(2), (await Assert.ThrowsAsync<ChannelDownException>(SendAsync)).After);
    }

    [Fact]
    public async Task No_answer_at_all_is_an_outage()
    {
        var channel = _receiver.Channel(_time);
        await _receiver.DisposeAsync();

        Assert.True((await Assert.ThrowsAsync<ChannelDownException>(() => channel.SendAsync(Notification(), Cancellation))).IsOutage);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static OutgoingNotification Notification(string eventId = "event-1") => OutgoingNotification.Of(
        new Draft("high-value-order", "operations@company.example", "Größer als üblich", "Order order-1 is over 150.00.")
        {
            OrderId = "order-1",
            Urgent = true,
        },
        "webhook",
        eventId);

    private Task SendAsync() => _receiver.Channel(_time).SendAsync(Notification(), Cancellation);

    private static string Hmac(string key, byte[] signed) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), signed));
}
