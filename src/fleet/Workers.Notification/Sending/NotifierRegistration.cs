using Microsoft.Extensions.Options;
using Workers.Events.Settings;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Notification.Sending;

/// <summary>Registers what turns events into notifications.</summary>
internal static class NotifierRegistration
{
    private const string Section = "Workers:Notification";

    public static void AddNotifier(this IServiceCollection services)
    {
        services.AddOptions<RoutingOptions>().BindSettings(Section);
        services.AddOptions<RecipientOptions>().BindSettings(Section).ValidateDataAnnotations();
        services.AddSingleton<ChannelRules>();
        services.AddSingleton<IValidateOptions<RoutingOptions>, RoutingValidation>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<Notifier>();
    }
}
