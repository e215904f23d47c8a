using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Workers.Events.Settings;

/// <summary>Reads options from configuration strictly: what does not parse stops the start, and no parser guesses.</summary>
public static class SettingsExtensions
{
    /// <summary>
    /// Binds the options from a section and validates them at start. A value that does not parse is an error that names the key, the value
    /// and what is meant, beside all other errors; the option keeps its default meanwhile. Durations are written <c>00:01:00</c>; a bare
    /// number, which .NET reads as days, is refused. An empty number, duration or the like is not set.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <param name="section">The section's path. It is remembered as a <see cref="SettingsSection"/>, so that a host can tell unknown keys.</param>
    public static OptionsBuilder<TOptions> BindSettings<TOptions>(this OptionsBuilder<TOptions> options, string section)
        where TOptions : class, new()
    {
        var settings = new SettingsSection(section, typeof(TOptions), new TOptions());
        options.Services.AddSingleton(settings);
        options.Services.AddSingleton<IValidateOptions<TOptions>>(provider =>
            new SettingsValidation<TOptions>(options.Name, settings, provider.GetRequiredService<IConfiguration>()));
        return options.Configure<IConfiguration>((bound, configuration) => settings.Bind(configuration, bound)).ValidateOnStart();
    }

    /// <summary>
    /// Reads options before the host has services. What does not parse keeps its default: let <see cref="BindSettings"/> tell of it at start.
    /// </summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="section">The section's path.</param>
    public static TOptions ReadSettings<TOptions>(this IConfiguration configuration, string section)
        where TOptions : class, new()
    {
        var options = new TOptions();
        new SettingsSection(section, typeof(TOptions), options).Bind(configuration, options);
        return options;
    }
}

/// <summary>Tells which values of a section do not parse.</summary>
internal sealed class SettingsValidation<TOptions>(string name, SettingsSection section, IConfiguration configuration)
    : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? validated, TOptions options)
    {
        var errors = validated == name ? section.Errors(configuration).ToList() : [];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
