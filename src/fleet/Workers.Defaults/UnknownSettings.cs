using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workers.Events.Settings;

namespace Workers.Defaults;

/// <summary>Refuses keys under <c>Workers:</c> that nobody reads, and names the known one that is nearest: a slip must not pass in silence.</summary>
/// <param name="sections">What this host reads.</param>
/// <param name="fleetSections">What only other hosts may read.</param>
/// <param name="configuration">The host's.</param>
internal sealed class UnknownSettings(
    IEnumerable<SettingsSection> sections, IReadOnlyCollection<string> fleetSections, IConfiguration configuration)
    : IValidateOptions<HostSettings>
{
    private const string Root = HostSettings.Section;

    private readonly List<Setting> _known =
        [.. sections.Where(section => IsWithin(section.Path, Root)).SelectMany(section => section.Settings)];

    public ValidateOptionsResult Validate(string? name, HostSettings options)
    {
        var others = fleetSections
            .Select(section => $"{Root}:{section}")
            .Where(section => !_known.Any(setting => IsWithin(setting.Key, section)));
        var errors = configuration.GetSection(Root).GetChildren().SelectMany(KeysOf)
            .Where(key => !_known.Any(setting => setting.Covers(key)) && !others.Any(section => IsWithin(key, section)))
            .Select(ErrorOf)
            .ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> KeysOf(IConfigurationSection section) =>
        section.GetChildren().SelectMany(KeysOf).DefaultIfEmpty(section.Path);

    private string ErrorOf(string key)
    {
        var (nearest, slips) = _known
            .Select(setting => (setting.Key, Slips: SlipsBetween(key.ToUpperInvariant(), setting.Key.ToUpperInvariant())))
            .MinBy(candidate => candidate.Slips);
        var advice = slips <= key.Length / 3 ? $"did you mean {nearest}?" : "nobody would read it.";
        return $"{key} is no setting of this host: {advice}";
    }

    private static bool IsWithin(string path, string section) =>
        path.Equals(section, StringComparison.OrdinalIgnoreCase) || path.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters are left out, added or exchanged between two words (Levenshtein).</summary>
    private static int SlipsBetween(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                row[j + 1] = Math.Min(Math.Min(row[j], before[j + 1]) + 1, before[j] + (one[i] == other[j] ? 0 : 1));
            }

            before = row;
        }

        return before[^1];
    }
}
