using Microsoft.Extensions.Configuration;

namespace Workers.Tests.Shipping;

/// <summary>Environment variables as a source of configuration, which remembers the keys that somebody asks for.</summary>
internal sealed class ReadSettings(IEnumerable<KeyValuePair<string, string>> variables) : ConfigurationProvider, IConfigurationSource
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load()
    {
        foreach (var (name, value) in variables)
        {
            Data[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
        }
    }

    public override bool TryGet(string key, out string? value)
    {
        _asked.Add(key);
        return base.TryGet(key, out value);
    }

    public IReadOnlyList<string> Unread() => [.. Data.Keys.Except(_asked, StringComparer.OrdinalIgnoreCase)];
}
