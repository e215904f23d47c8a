using MailKit.Security;
using Microsoft.Extensions.Options;
using Workers.Engine;
using Workers.Notification.Channels;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

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

    [Theory]
    [InlineData(SecureSocketOptions.None)]
    [InlineData(SecureSocketOptions.Auto)]
    [InlineData(SecureSocketOptions.StartTlsWhenAvailable)]
    public void A_password_that_could_go_out_in_clear_is_told_at_once_and_not_shown(SecureSocketOptions tls)
    {
        var smtp = new SmtpChannelOptions { Tls = tls, UserName = "shop", Password = "s3cret" };

        var failure = Assert.Single(Validate(LowStockBy("smtp"), smtp: smtp).Failures!);

        Assert.Contains("smtp:Tls must be StartTls or SslOnConnect", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_is_encrypted_unless_a_setting_says_otherwise() => Assert.Equal(SecureSocketOptions.StartTls, new SmtpChannelOptions().Tls);

    [Theory]
    [InlineData("short")]
    [InlineData("whsec_c2hvcnQ=")]
    public void A_secret_that_is_no_key_is_told_at_once_and_not_shown(string secret)
    {
        var webhook = new WebhookChannelOptions { Url = new("https://hooks.example"), Secret = secret };

        var failure = Assert.Single(Validate(LowStockBy("webhook"), webhook: webhook).Failures!);

        Assert.Contains("webhook:Secret", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("event-notifications", false)]
    [InlineData("arn:aws:sqs:eu-west-1:123456789012:event-notifications", false)]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:event-notifications.fifo", false)]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:event-notifications", true)]
    public void A_topic_is_a_standard_one_by_its_ARN(string? arn, bool isTopic)
    {
        var result = Validate(LowStockBy("sns"), sns: new SnsChannelOptions { TopicArn = arn });

        Assert.Equal(isTopic, result.Succeeded);
        Assert.All(result.Failures ?? [], failure => Assert.Contains("sns:TopicArn", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void Channels_that_could_take_every_place_of_the_queue_are_told_at_once()
    {
        var failure = Assert.Single(Validate(LowStockBy("file"), places: 8).Failures!);

        Assert.Contains("Workers:Notification:MaxInFlight (8)", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configured_recipient_that_is_no_mail_address_is_told_at_once_where_mail_goes_to_it()
    {
        var recipients = new RecipientOptions { WarehouseAddress = "The warehouse <w@company.example>" };

        Assert.True(Validate(LowStockBy("log"), recipients: recipients).Succeeded);
        Assert.Contains("WarehouseAddress", Assert.Single(Validate(LowStockBy("smtp"), recipients: recipients).Failures!), StringComparison.Ordinal);
    }

    private static RoutingOptions LowStockBy(string channel) => new() { Templates = { ["low-stock"] = [channel] } };

    private static ValidateOptionsResult Validate(
        RoutingOptions routing,
        string from = "shop@company.example",
        SmtpChannelOptions? smtp = null,
        WebhookChannelOptions? webhook = null,
        SnsChannelOptions? sns = null,
        RecipientOptions? recipients = null,
        int places = 40) =>
        new RoutingValidation(new ChannelRules(
                Options.Create(smtp ?? new SmtpChannelOptions { From = from }),
                Options.Create(webhook ?? new WebhookChannelOptions()),
                Options.Create(new FileChannelOptions { From = from }),
                Options.Create(sns ?? new SnsChannelOptions()),
                Options.Create(recipients ?? new RecipientOptions()),
                new FixedOptions<ChannelLimits>(new ChannelLimits()),
                new FixedOptions<QueueConsumerOptions>(new QueueConsumerOptions { MaxInFlight = places })))
            .Validate(null, routing);
}
