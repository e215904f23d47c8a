using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
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
    public async Task A_repeat_leaves_one_mail_file()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var channel = new FileChannel(Options.Create(new FileChannelOptions { Directory = directory.FullName }), new FakeTime());

            await channel.SendAsync(Notification, Cancellation);
            await channel.SendAsync(Notification, Cancellation);

            using var mail = await MimeMessage.LoadAsync(Assert.Single(directory.GetFiles()).FullName, Cancellation);
            Assert.Equal("operations@company.example", mail.To.ToString());
            Assert.Equal("Größer als üblich", mail.Subject);
            Assert.Equal("high-value-order#webhook#event-1", mail.Headers["Idempotency-Key"]);
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
