namespace Workers.Notification.Channels;

/// <summary>Registers every channel, each within its limits.</summary>
internal static class ChannelsRegistration
{
    private const string Section = "Workers:Notification:Channels";

    public static void AddChannels(this IServiceCollection services)
    {
        services.AddOptions<SmtpChannelOptions>().BindConfiguration($"{Section}:{ChannelNames.Smtp}");
        services.AddOptions<WebhookChannelOptions>().BindConfiguration($"{Section}:{ChannelNames.Webhook}");
        services.AddOptions<FileChannelOptions>().BindConfiguration($"{Section}:{ChannelNames.File}");

        services.AddSingleton<IChannel, LogChannel>();
        services.AddSingleton<IChannel, FileChannel>();
        services.AddSingleton<IChannel, SmtpChannel>();
        services.AddSingleton<IChannel, WebhookChannel>();
        services.AddHttpClient(ChannelNames.Webhook).RemoveAllLoggers();

        foreach (var name in ChannelNames.All)
        {
            services.AddOptions<ChannelLimits>(name)
                .BindConfiguration($"{Section}:{name}")
                .ValidateDataAnnotations()
                .ValidateOnStart();
        }
    }
}
