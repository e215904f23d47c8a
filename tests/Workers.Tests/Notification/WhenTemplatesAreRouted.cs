using Microsoft.Extensions.Options;
using Workers.Notification.Channels;
using Workers.Notification.Sending;

namespace Workers.Tests.Notification;

public sealed class WhenTemplatesAreRouted
{
    [Fact]
    public void The_log_takes_what_nobody_routed() =>
        Assert.Equal(["log"], new RoutingOptions().ChannelsOf("order-received"));

    [Fact]
    public void Every_error_is_told_at_once()
    {
        var result = Validate(new RoutingOptions { Templates = { ["order-recieved"] = ["log"], ["low-stock"] = ["pigeon", "webhook"] } });

        Assert.Equal(3, result.Failures!.Count());
        Assert.Contains(result.Failures!, failure => failure.Contains("order-recieved is no template", StringComparison.Ordinal));
        Assert.Contains(result.Failures!, failure => failure.Contains("pigeon", StringComparison.Ordinal));
        Assert.Contains(result.Failures!, failure => failure.Contains("webhook:Url", StringComparison.Ordinal));
    }

    [Fact]
    public void A_channel_that_no_template_uses_needs_nothing() => Assert.True(Validate(new RoutingOptions()).Succeeded);

    [Theory]
    [InlineData("smtp")]
    [InlineData("file")]
    public void A_sender_that_is_no_mail_address_is_told_at_once(string channel)
    {
        var result = Validate(new RoutingOptions { Templates = { ["low-stock"] = [channel] } }, from: "the shop");

        Assert.Contains($"{channel}:From", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Validate(RoutingOptions routing, string from = "shop@company.example") =>
        new RoutingValidation(
                Options.Create(new SmtpChannelOptions { From = from }),
                Options.Create(new WebhookChannelOptions()),
                Options.Create(new FileChannelOptions { From = from }))
            .Validate(null, routing);
}
