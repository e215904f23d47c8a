using Microsoft.Extensions.Options;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Notification.Sending;

/// <summary>Refuses names that do not exist, and channels in use that lack what they need; reports everything at once.</summary>
internal sealed class RoutingValidation(ChannelRules channels) : IValidateOptions<RoutingOptions>
{
    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        var used = Template.All.SelectMany(options.ChannelsOf).Distinct().ToList();
        var errors = NameErrors(options).Concat(channels.Errors(used)).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> NameErrors(RoutingOptions options) =>
    [
        .. options.Templates.Keys.Except(Template.All).Select(template =>
            $"Workers:Notification:Templates:{template} is no template; there are {string.Join(", ", Template.All)}."),
        .. options.Templates.Values.SelectMany(channels => channels).Distinct().Except(ChannelNames.All).Select(channel =>
            $"Workers:Notification:Templates names the channel {channel}, which does not exist; there are {string.Join(", ", ChannelNames.All)}."),
    ];
}
