using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Workers.Events.Settings;

/// <summary>A section of configuration and the options that are read from it; several options may share one.</summary>
public sealed class SettingsSection
{
    internal SettingsSection(string path, Type options, object defaults)
    {
        Path = path;
        Settings =
        [
            .. options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true })
                .Select(property => new Setting(
                    $"{path}:{property.Name}",
                    property.PropertyType,
                    property.GetValue(defaults),
                    property.GetCustomAttribute<RangeAttribute>())),
        ];
    }

    /// <summary>The section's path, as <c>Workers:Inventory</c>.</summary>
    public string Path { get; }

    /// <summary>What may stand in it.</summary>
    public IReadOnlyList<Setting> Settings { get; }

    /// <summary>Sets what the section says. What does not parse, and what is empty and no text, is passed over.</summary>
    internal void Bind(IConfiguration configuration, object options)
    {
        var values = Settings
            .Where(setting => !setting.IsScalar || (!setting.IsUnset(configuration) && setting.ErrorIn(configuration) is null))
            .SelectMany(setting => configuration.GetSection(setting.Key).AsEnumerable())
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Key[(Path.Length + 1)..], pair.Value));
        new ConfigurationBuilder().AddInMemoryCollection(values).Build().Bind(options);
    }

    /// <summary>What does not parse, a sentence each.</summary>
    internal IEnumerable<string> Errors(IConfiguration configuration) =>
        Settings.Select(setting => setting.ErrorIn(configuration)).OfType<string>();
}
