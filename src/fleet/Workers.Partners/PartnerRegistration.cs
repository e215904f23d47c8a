using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Effects.Leases;
using Workers.Events.Settings;

namespace Workers.Partners;

/// <summary>Registers what a worker asks its partner with. A host has one partner.</summary>
internal static class PartnerRegistration
{
    private const int LongestAnswer = 64 * 1024;

    /// <summary>Binds the options of a worker and of its partner over HTTP; what that needs is asked for only where it is in use.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The worker's section.</param>
    /// <param name="choice">The setting of it that says who the partner is.</param>
    /// <param name="isHttp">Whether it is the one over HTTP.</param>
    public static void AddPartner<TOptions>(this IServiceCollection services, string section, string choice, Func<TOptions, bool> isHttp)
        where TOptions : class, new()
    {
        services.AddOptions<TOptions>().BindSettings(section).ValidateDataAnnotations()
            .Validate<IOptions<PartnerHttpOptions>>(
                (options, http) => !isHttp(options) || http.Value.HasAddress,
                $"{section}:Http:Url must be an absolute http or https address without a query: {section}:{choice} is http.")
            .Validate<IOptions<PartnerHttpOptions>>(
                (options, http) => !isHttp(options) || http.Value.HasBearableToken,
                $"{section}:Http:Token must be visible ASCII characters alone: no header could carry it.");
        services.AddOptions<PartnerHttpOptions>().BindSettings($"{section}:Http").Validate(
            http => http.EndsInTime,
            $"{section}:Http:Timeout must be from 100 ms to 1 minute: a call without an end would hold its message.");
        services.AddPartnerClient();
    }

    /// <summary>The partner's client: follows no redirection, keeps no cookies, and leaves the time limit to the partner's own.</summary>
    public static void AddPartnerClient(this IServiceCollection services) => services
        .AddSingleton<PartnerClient>()
        .AddHttpClient(PartnerClient.Name, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = LongestAnswer;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        .RemoveAllLoggers();

    /// <summary>Adds what runs the worker's effects, so many at once as its options say, and what counts them.</summary>
    public static IServiceCollection AddPartnerEffects<TOptions, TMetrics>(
        this IServiceCollection services, Func<TOptions, int> maxConcurrent)
        where TOptions : class
        where TMetrics : class, IPartnerMetrics => services
        .AddSingleton<TMetrics>()
        .AddSingleton(provider => new PartnerEffects(
            provider.GetRequiredService<ILeasedEffects>(),
            maxConcurrent(provider.GetRequiredService<IOptions<TOptions>>().Value),
            provider.GetRequiredService<TMetrics>(),
            provider.GetRequiredService<ILogger<PartnerEffects>>()));
}
