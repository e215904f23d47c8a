using MailKit.Security;
using Microsoft.Extensions.Options;
using Workers.Engine;
using Workers.Notification.Templates;

namespace Workers.Notification.Channels;

/// <summary>What a channel needs as soon as a template goes to it.</summary>
internal sealed class ChannelRules(
    IOptions<SmtpChannelOptions> smtp,
    IOptions<WebhookChannelOptions> webhook,
    IOptions<FileChannelOptions> file,
    IOptions<SnsChannelOptions> sns,
    IOptions<RecipientOptions> recipients,
    IOptionsMonitor<ChannelLimits> limits,
    IOptionsMonitor<QueueConsumerOptions> consumers)
{
    private const string Section = "Workers:Notification";
    private const string Channels = $"{Section}:Channels";

    /// <summary>What is wrong with the channels that are in use.</summary>
    public IEnumerable<string> Errors(IReadOnlyCollection<string> used) =>
    [
        .. used.SelectMany(ErrorsOf),
        .. used.Contains(ChannelNames.Smtp) || used.Contains(ChannelNames.File) ? RecipientErrors(recipients.Value) : [],
        .. PlaceErrors(used),
    ];

    private IEnumerable<string> ErrorsOf(string channel) => channel switch
    {
        ChannelNames.Smtp => SmtpErrors(smtp.Value),
        ChannelNames.Webhook => WebhookErrors(webhook.Value),
        ChannelNames.File => FileErrors(file.Value),
        ChannelNames.Sns => SnsErrors(sns.Value),
        _ => [],
    };

    private static IEnumerable<string> SmtpErrors(SmtpChannelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host) || options.Port is < 1 or > 65535)
        {
            yield return $"{Channels}:smtp needs a Host and a Port from 1 to 65535: a template goes to this channel.";
        }

        if (!Mail.TryReadAddress(options.From, out _))
        {
            yield return $"{Channels}:smtp:From must be a mail address: servers refuse mail without a sender.";
        }

        if (!string.IsNullOrEmpty(options.Password) && options.Tls is not (SecureSocketOptions.StartTls or SecureSocketOptions.SslOnConnect))
        {
            yield return $"{Channels}:smtp:Tls must be StartTls or SslOnConnect where there is a Password: with {options.Tls} it could go out in clear.";
        }

        if (!string.IsNullOrEmpty(options.Password) && string.IsNullOrEmpty(options.UserName))
        {
            yield return $"{Channels}:smtp:UserName must be set where there is a Password: nobody would log in.";
        }
    }

    private static IEnumerable<string> WebhookErrors(WebhookChannelOptions options)
    {
        if (options.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return $"{Channels}:webhook:Url must be an absolute http or https address: a template goes to this channel.";
        }

        if (options.Secrets.Any(secret => WebhookSignature.KeyOf(secret) is null))
        {
            yield return $"{Channels}:webhook:Secret and PreviousSecret must be 24 to 64 random bytes in base64, as of: openssl rand -base64 32.";
        }

        if (string.IsNullOrEmpty(options.Secret) && !string.IsNullOrEmpty(options.PreviousSecret))
        {
            yield return $"{Channels}:webhook:PreviousSecret is set without Secret: nothing is signed with the new one yet.";
        }
    }

    private static IEnumerable<string> FileErrors(FileChannelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Directory))
        {
            yield return $"{Channels}:file:Directory must not be empty: a template goes to this channel.";
        }

        if (!Mail.TryReadAddress(options.From, out _))
        {
            yield return $"{Channels}:file:From must be a mail address: no mail could be written without a sender.";
        }
    }

    private static IEnumerable<string> SnsErrors(SnsChannelOptions options) => options.IsTopic
        ? []
        :
        [
            $"{Channels}:sns:TopicArn must be the ARN of a standard topic, as arn:aws:sns:eu-west-1:123456789012:event-notifications: "
                + "a template goes to this channel.",
        ];

    private static IEnumerable<string> RecipientErrors(RecipientOptions options) =>
        from setting in (IEnumerable<(string Name, string Address)>)
        [
            ("WarehouseAddress", options.WarehouseAddress),
            ("OperationsAddress", options.OperationsAddress),
            .. options.Teams.Select(team => ($"Teams:{team.Key}", team.Value)),
        ]
        where !Mail.TryReadRecipient(setting.Address, out _)
        select $"{Section}:{setting.Name} must be a mail address and nothing else: mail goes to it.";

    // The log takes a notification at once.
    private IEnumerable<string> PlaceErrors(IEnumerable<string> used)
    {
        var taken = used.Except([ChannelNames.Log]).Intersect(ChannelNames.All).Sum(name => limits.Get(name).MaxConcurrent);
        var places = consumers.Get(NotificationWorker.Name).MaxInFlight;
        if (taken >= places)
        {
            yield return $"{Section}:MaxInFlight ({places}) must be more than the MaxConcurrent of the channels in use together ({taken}): "
                + "slow channels would take every place, and the others' notifications would wait for them.";
        }
    }
}
