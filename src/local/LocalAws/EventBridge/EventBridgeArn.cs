using LocalAws.Http;

namespace LocalAws.EventBridge;

/// <summary>The ARN of something of EventBridge.</summary>
/// <param name="Region">The region it is in.</param>
/// <param name="Kind">What it is: <c>event-bus</c>, <c>rule</c>, <c>archive</c>, <c>replay</c> and so on.</param>
/// <param name="Path">Its name; a rule's is behind that of its bus unless that is the default one.</param>
internal sealed record EventBridgeArn(string Region, string Kind, string Path)
{
    public const string Bus = "event-bus";
    public const string ArchiveKind = "archive";
    public const string ConnectionKind = "connection";
    public const string ApiDestinationKind = "api-destination";

    /// <summary>Whose it is.</summary>
    public string Account { get; init; } = AwsRequest.Account;

    public bool IsOfThisAccount => Account == AwsRequest.Account;

    /// <summary>Reads an ARN; null when it is none of EventBridge's.</summary>
    public static EventBridgeArn? TryParse(string? text) =>
        text?.Split(':', 6) is ["arn", _, "events", var region, var account, var resource] && resource.Split('/', 2) is [var kind, var path]
            ? new EventBridgeArn(region, kind, path) { Account = account }
            : null;

    public static string OfBus(string region, string bus) => new EventBridgeArn(region, Bus, bus).ToString();

    public static string OfRule(string region, string bus, string rule) =>
        new EventBridgeArn(region, "rule", bus == Buses.EventBus.Default ? rule : $"{bus}/{rule}").ToString();

    public static string OfArchive(string region, string archive) => new EventBridgeArn(region, ArchiveKind, archive).ToString();

    public static string OfReplay(string region, string replay) => new EventBridgeArn(region, "replay", replay).ToString();

    /// <summary>The ARN of a connection or API destination, which has an id besides the name.</summary>
    public static string OfNew(string region, string kind, string name) =>
        new EventBridgeArn(region, kind, $"{name}/{Guid.NewGuid()}").ToString();

    /// <summary>The same, where it is this account's.</summary>
    /// <exception cref="AwsException">It is another account's, and no account but one exists here to give a permission.</exception>
    public EventBridgeArn Own() => IsOfThisAccount ? this : throw EventBridgeErrors.AccessDenied(ToString());

    public override string ToString() => $"arn:aws:events:{Region}:{Account}:{Kind}/{Path}";
}
