using Workers.Events.Settings;

namespace Workers.Notification.Channels;

/// <summary>Registers every channel, each within its limits.</summary>
internal static class ChannelsRegistration
{
    private const string Section = "Workers:Notification:Channels";

    public static void AddChannels(this IServiceCollection services)
    {
        services.AddOptions<SmtpChannelOptions>().BindSettings($"{Section}:{ChannelNames.Smtp}");
        services.AddOptions<WebhookChannelOptions>().BindSettings($"{Section}:{ChannelNames.Webhook}");
        services.AddOptions<SnsChannelOptions>().BindSettings($"{Section}:{ChannelNames.Sns}");
        services.AddOptions<FileChannelOptions>().BindSettings($"{Section}:{ChannelNames.File}");

        services.AddSingleton<IChannel, LogChannel>();
        services.AddSingleton<IChannel, FileChannel>();
        services.AddSingleton<IChannel, SmtpChannel>();
        services.AddSingleton<IChannel, WebhookChannel>();
        services.AddSingleton<IChannel, SnsChannel>();
        services.AddWebhookClient();

        // The log takes a notification at once: it needs no bound but the queue's own.
        services.Configure<ChannelLimits>(ChannelNames.Log, limits => limits.MaxConcurrent = 1_000);
        foreach (var name in ChannelNames.All)
        {
            services.AddOptions<ChannelLimits>(name)
                .BindSettings($"{Section}:{name}")
                .ValidateDataAnnotations();
        }
    }

    /// <summary>The client of the webhook: follows no redirection, keeps no cookies, and leaves the time limit to the channel's own.</summary>
    public static void AddWebhookClient(this IServiceCollection services) => services
        .AddHttpClient(ChannelNames.Webhook, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        .RemoveAllLoggers();
}
