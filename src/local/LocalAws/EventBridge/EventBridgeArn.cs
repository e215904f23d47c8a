using LocalAws.Http;

namespace LocalAws.EventBridge;

/// <summary>The ARN of something of EventBridge.</summary>
/// <param name="Region">The region it is in.</param>
/// <param name="Kind">What it is: <c>event-bus</c>, <c>rule</c>, <c>archive</c>, <c>replay</c>.</param>
/// <param name="Path">Its name; a rule's is behind that of its bus unless that is the default one.</param>
internal sealed record EventBridgeArn(string Region, string Kind, string Path)
{
    public const string Bus = "event-bus";
    public const string ArchiveKind = "archive";

    /// <summary>Reads an ARN; null when it is none of EventBridge's.</summary>
    public static EventBridgeArn? TryParse(string? text) =>
        text?.Split(':', 6) is ["arn", _, "events", var region, _, var resource] && resource.Split('/', 2) is [var kind, var path]
            ? new EventBridgeArn(region, kind, path)
            : null;

    public static string OfBus(string region, string bus) => new EventBridgeArn(region, Bus, bus).ToString();

    public static string OfRule(string region, string bus, string rule) =>
        new EventBridgeArn(region, "rule", bus == Buses.EventBus.Default ? rule : $"{bus}/{rule}").ToString();

    public static string OfArchive(string region, string archive) => new EventBridgeArn(region, ArchiveKind, archive).ToString();

    public static string OfReplay(string region, string replay) => new EventBridgeArn(region, "replay", replay).ToString();

    public override string ToString() => $"arn:aws:events:{Region}:{AwsRequest.Account}:{Kind}/{Path}";
}
