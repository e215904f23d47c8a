using System.Text.Json;

namespace LocalAws.Faults;

/// <summary>Reads faults from JSON and writes them.</summary>
internal static class FaultsReader
{
    private static readonly Dictionary<string, FaultKind> Kinds = Enum.GetValues<FaultKind>().ToDictionary(FaultKinds.NameOf);

    /// <exception cref="FormatException">Something is not understood; the message names the member and says what is wrong.</exception>
    public static (int Seed, IReadOnlyList<FaultRule> Rules) Read(ReadOnlySpan<byte> json)
    {
        var document = Parse(json);
        RefuseUnknown("", document.Unknown, "seed and rules");
        return (document.Seed, [.. (document.Rules ?? throw new FormatException("rules: it is missing; an empty list clears."))
            .Select((rule, index) => Read(rule, $"rules[{index}]"))]);
    }

    public static FaultsDocument Write(LocalAwsFaults faults) => new()
    {
        Seed = faults.Seed,
        Rules = [.. faults.Rules.Select(armed => new FaultsDocument.Entry
        {
            Operation = armed.Rule.Operation,
            Fault = FaultKinds.NameOf(armed.Rule.Kind),
            Probability = armed.Rule.Probability,
            Times = armed.Rule.Times,
            Containing = armed.Rule.Containing,
            DelayMs = armed.Rule.Delay == TimeSpan.Zero ? null : (int)armed.Rule.Delay.TotalMilliseconds,
            Struck = armed.Struck,
        })],
    };

    private static FaultsDocument Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, FaultsJson.Default.FaultsDocument) ?? throw new FormatException("The body is null.");
        }
        catch (JsonException exception)
        {
            var path = exception.Path is { Length: > 2 } inside ? inside[2..] : "The body";
            throw new FormatException($"{path}: it is not the JSON that belongs there.");
        }
    }

    private static FaultRule Read(FaultsDocument.Entry? rule, string path)
    {
        if (rule is null)
        {
            throw new FormatException($"{path}: it is null.");
        }

        RefuseUnknown($"{path}.", rule.Unknown, "operation, fault, probability, times, containing and delayMs");
        return new FaultRule(
            rule.Operation ?? throw new FormatException($"{path}.operation: it is missing."),
            Kinds.TryGetValue(rule.Fault ?? "", out var kind)
                ? kind
                : throw new FormatException($"{path}.fault: '{rule.Fault}' is none of {string.Join(", ", Kinds.Keys)}."))
        {
            Probability = rule.Probability ?? 1,
            Times = rule.Times,
            Containing = rule.Containing,
            Delay = TimeSpan.FromMilliseconds(rule.DelayMs ?? 0),
        };
    }

    private static void RefuseUnknown(string path, Dictionary<string, JsonElement>? unknown, string known)
    {
        if (unknown?.Keys.FirstOrDefault() is { } name)
        {
            throw new FormatException($"{path}{name}: it is not known; there are {known}.");
        }
    }
}
