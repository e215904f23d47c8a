using Microsoft.Extensions.Options;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Notification.Sending;

/// <summary>Refuses names that do not exist, and channels in use that lack what they need; reports everything at once.</summary>
internal sealed class RoutingValidation(
    IOptions<SmtpChannelOptions> smtp,
    IOptions<WebhookChannelOptions> webhook,
    IOptions<FileChannelOptions> file) : IValidateOptions<RoutingOptions>
{
    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        var errors = NameErrors(options)
            .Concat(Template.All.SelectMany(options.ChannelsOf).Distinct().SelectMany(ChannelErrors))
            .ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> NameErrors(RoutingOptions options) =>
    [
        .. options.Templates.Keys.Except(Template.All).Select(template =>
            $"Workers:Notification:Templates:{template} is no template; there are {string.Join(", ", Template.All)}."),
        .. options.Templates.Values.SelectMany(channels => channels).Distinct().Except(ChannelNames.All).Select(channel =>
            $"Workers:Notification:Templates names the channel {channel}, which does not exist; there are {string.Join(", ", ChannelNames.All)}."),
    ];

    private IEnumerable<string> ChannelErrors(string channel) => channel switch
    {
        ChannelNames.Smtp => SmtpErrors(smtp.Value),
        ChannelNames.Webhook when webhook.Value.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" } =>
            ["Workers:Notification:Channels:webhook:Url must be an absolute http or https address: a template goes to this channel."],
        ChannelNames.File => FileErrors(file.Value),
        _ => [],
    };

    private static IEnumerable<string> SmtpErrors(SmtpChannelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host) || options.Port is < 1 or > 65535)
        {
            yield return "Workers:Notification:Channels:smtp needs a Host and a Port from 1 to 65535: a template goes to this channel.";
        }

        if (!Mail.TryReadAddress(options.From, out _))
        {
            yield return "Workers:Notification:Channels:smtp:From must be a mail address: servers refuse mail without a sender.";
        }
    }

    private static IEnumerable<string> FileErrors(FileChannelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Directory))
        {
            yield return "Workers:Notification:Channels:file:Directory must not be empty: a template goes to this channel.";
        }

        if (!Mail.TryReadAddress(options.From, out _))
        {
            yield return "Workers:Notification:Channels:file:From must be a mail address: no mail could be written without a sender.";
        }
    }
}
