using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

public sealed class WhenAChannelDelivers
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly OutgoingNotification Notification = OutgoingNotification.Of(
        new Draft("high-value-order", "operations@company.example", "Größer als üblich", "Order order-1 is over 150.00.")
        {
            OrderId = "order-1",
            Urgent = true,
        },
        "webhook",
        "event-1");

    [Fact]
    public async Task A_webhook_gets_the_notification_with_its_id_as_idempotency_key()
    {
        JsonObject? body = null;
        string? key = null;
        await using var receiver = await ReceiverAsync(async context =>
        {
            key = context.Request.Headers["Idempotency-Key"];
            body = await context.Request.ReadFromJsonAsync<JsonObject>(Cancellation);
        });

        await Webhook(receiver).SendAsync(Notification, Cancellation);

        Assert.Equal("high-value-order#webhook#event-1", key);
        Assert.Equal("high-value-order#webhook#event-1", (string?)body!["notificationId"]);
        Assert.Equal(("order-1", true), ((string?)body["orderId"], (bool?)body["urgent"]));
        Assert.False(body.ContainsKey("productId"));
    }

    [Fact]
    public async Task A_webhook_s_no_is_a_failure()
    {
        await using var receiver = await ReceiverAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => Webhook(receiver).SendAsync(Notification, Cancellation));
    }

    [Fact]
    public async Task A_mail_reaches_the_server_under_a_message_id_that_repeats_share()
    {
        await using var server = new TinyMailServer();
        var channel = new SmtpChannel(Options.Create(new SmtpChannelOptions { Host = "127.0.0.1", Port = server.Port }));

        await channel.SendAsync(Notification, Cancellation);
        await channel.SendAsync(Notification, Cancellation);

        Assert.Contains(server.Lines, line => line.StartsWith("RCPT TO:<operations@company.example>", StringComparison.Ordinal));
        Assert.Contains(server.Lines, line => line.StartsWith("X-Priority: 1", StringComparison.OrdinalIgnoreCase));
        var ids = server.Lines.Where(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public async Task A_line_break_in_an_id_reaches_no_subject()
    {
        await using var server = new TinyMailServer();
        var channel = new SmtpChannel(Options.Create(new SmtpChannelOptions { Host = "127.0.0.1", Port = server.Port }));
        var draft = new Draft("order-confirmed", "customer@customers.example", "Your order 1\r\nBcc: 2 is confirmed", "In stock.");

        await channel.SendAsync(OutgoingNotification.Of(draft, "smtp", "event-1"), Cancellation);

        Assert.Contains("Subject: Your order 1Bcc: 2 is confirmed", server.Lines);
    }

    [Fact]
    public async Task A_recipient_that_is_no_mail_address_can_never_be_delivered()
    {
        var channel = new SmtpChannel(Options.Create(new SmtpChannelOptions()));
        var notification = Notification with { Draft = Notification.Draft with { Recipient = "nobody at all" } };

        await Assert.ThrowsAsync<UndeliverableException>(() => channel.SendAsync(notification, Cancellation));
    }

    [Fact]
    public async Task A_repeat_leaves_one_mail_file()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var channel = new FileChannel(Options.Create(new FileChannelOptions { Directory = directory.FullName }), new FakeTime());

            await channel.SendAsync(Notification, Cancellation);
            await channel.SendAsync(Notification, Cancellation);

            var mail = await File.ReadAllTextAsync(Assert.Single(directory.GetFiles()).FullName, Cancellation);
            Assert.Contains("To: operations@company.example\r\n", mail, StringComparison.Ordinal);
            Assert.Contains("Subject: =?utf-8?B?", mail, StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static WebhookChannel Webhook(WebApplication receiver)
    {
        var services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        return new WebhookChannel(
            services.GetRequiredService<IHttpClientFactory>(),
            Options.Create(new WebhookChannelOptions { Url = new Uri(receiver.Urls.First()) }));
    }

    private static async Task<WebApplication> ReceiverAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0")]);
        builder.WebHost.UseKestrelCore();
        var receiver = builder.Build();
        receiver.Run(answer);
        await receiver.StartAsync(Cancellation);
        return receiver;
    }
}
