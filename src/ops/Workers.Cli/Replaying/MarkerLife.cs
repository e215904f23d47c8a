using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Cli.Running;
using Workers.Effects;
using Workers.Events.Settings;

namespace Workers.Cli.Replaying;

/// <summary>How long handlers remember what they have done: the workers' setting, read as strictly as they read it.</summary>
internal static class MarkerLife
{
    private const string Section = "Workers:Effects";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <exception cref="CommandFailedException">It is no duration, not more than zero, or longer than a worker takes.</exception>
    public static TimeSpan In(IConfiguration configuration)
    {
        var services = new ServiceCollection().AddSingleton(configuration);
        services.AddOptions<EffectsOptions>().BindSettings(Section).Validate(
            options => options.MarkerLife > TimeSpan.Zero && options.MarkerLife <= Longest,
            $"{Section}:MarkerLife must be more than zero and at most {Longest}.");
        using var provider = services.BuildServiceProvider();
        try
        {
            return provider.GetRequiredService<IOptions<EffectsOptions>>().Value.MarkerLife;
        }
        catch (OptionsValidationException exception)
        {
            throw new CommandFailedException(exception.Message, ExitCode.Usage);
        }
    }
}
