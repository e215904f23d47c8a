using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAws.Sqs.Queues;

/// <summary>Where messages go that were received too often without being deleted.</summary>
internal sealed record RedrivePolicy(string DeadLetterTargetArn, int MaxReceiveCount)
{
    private const string Name = "RedrivePolicy";
    private const string Target = "deadLetterTargetArn";
    private const string Count = "maxReceiveCount";

    /// <exception cref="Http.AwsException">It is not a redrive policy.</exception>
    public static RedrivePolicy Parse(string json)
    {
        using var document = ReadMap(json);
        var policy = document.RootElement;
        var target = Text(policy, Target, json);
        var count = Text(policy, Count, json);
        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1000
            ? new RedrivePolicy(target, number)
            : throw Refusal(json, $"Invalid value for maxReceiveCount: {count}, valid values are from 1 to 1000 both inclusive.");
    }

    /// <summary>The policy as it is shown, the count as a number whatever was sent.</summary>
    public override string ToString() => new JsonObject { [Target] = DeadLetterTargetArn, [Count] = MaxReceiveCount }.ToJsonString();

    /// <summary>The policy cannot be that of a queue, for a reason that only the queues there are can tell.</summary>
    public static Http.AwsException Refusal(string json, string reason) => SqsErrors.InvalidParameter(Name, json, reason);

    private static JsonDocument ReadMap(string json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document : throw new JsonException();
        }
        catch (JsonException)
        {
            throw Refusal(json, "Redrive policy is not a valid JSON map.");
        }
    }

    // Tools send the count as a number and as a string.
    private static string Text(JsonElement policy, string member, string json) =>
        policy.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null
            ? value.ToString()
            : throw Refusal(json, $"Redrive policy does not contain mandatory attribute: {member}.");
}
